import type { Difference } from './write/write.js';
import { count } from '../report/formats/pretty.js';
import type { ImportStyle } from '../files/import-style.js';
import type { Language, Texts } from '../messages/entry.js';
import { korean } from '../messages/particle.js';
import { displayWidth, padEnd } from '../report/display-width.js';
import { printable } from '../report/printable.js';

/** How many differing files `--check` shows in full. */
const SHOWN = 20;

/** The files that are read most come first. */
const ORDER = ['models.ts', 'paths.ts', 'resources/', 'api.ts', 'schemas.ts', 'codes.ts', 'gateways.ts', 'index.ts'];

interface Summary {
  readonly spec: string;
  readonly out: string;
  readonly imports?: ImportStyle | undefined;
  /** The whole output, changed or not. */
  readonly result: {
    readonly files: readonly { readonly path: string }[];
    readonly counts: { readonly operations: number; readonly schemas: number };
    readonly diagnostics?: readonly unknown[];
  };
  readonly differences: readonly Difference[];
  readonly milliseconds: number;
}

/** What `generate` did, in three lines. */
export function formatSummary(summary: Summary, language: Language): string {
  const { spec, out, imports, result, milliseconds } = summary;
  const width = Math.max(displayWidth(spec), displayWidth(out) + 1) + 2;
  const line = (texts: Texts, label = ''): string => `${padEnd(label, width)}${texts[language]}\n`;
  const { operations, schemas } = result.counts;
  const warnings = result.diagnostics?.length ?? 0;
  const document = {
    en: `${count(operations, 'operation')}, ${count(schemas, 'schema')}, ${warnings === 0 ? 'clean' : count(warnings, 'warning')}`,
    ko: `작업 ${operations}개, 스키마 ${schemas}개, ${warnings === 0 ? '문제 없음' : `경고 ${warnings}건`}`,
  };
  const own = ownFiles(result.files.map(({ path }) => path)).join(' ');
  const output = {
    en: `${own} + ${count(schemas, 'validator')}, ${count(schemas, 'JSON Schema')}`,
    ko: `${own} + 검증기 ${schemas}개, JSON Schema ${schemas}개`,
  };
  return [
    line(document, spec),
    line(output, `${out}/`),
    ...(imports === undefined || imports.because === '' ? [] : [line(importWords(imports))]),
    ...changesOf(summary, (milliseconds / 1000).toFixed(1)).map((texts) => line(texts)),
  ].join('');
}

function changesOf({ result, differences }: Summary, seconds: string): Texts[] {
  const kept = differences.filter(({ kind, isOurs }) => kind === 'extra' && !isOurs);
  const formatted = differences.filter(({ kind }) => kind === 'formatted').length;
  const removed = differences.filter(({ kind, isOurs }) => kind === 'extra' && isOurs).length;
  const changed = differences.length - kept.length - formatted - removed;
  const unchanged = result.files.length - changed;
  const gone = { en: removed === 0 ? '' : `${removed} removed, `, ko: removed === 0 ? '' : `${removed}개 삭제, ` };
  const leftAlone = {
    en: `${count(formatted, 'file')} left alone: only the formatting differs`,
    ko: `파일 ${formatted}개는 서식만 달라 그대로 두었습니다`,
  };
  return [
    {
      en: `${changed} changed, ${gone.en}${unchanged} unchanged, ${seconds} s`,
      ko: `${changed}개 변경, ${gone.ko}${unchanged}개 그대로, ${seconds}초`,
    },
    ...(formatted > 0 ? [leftAlone] : []),
    ...kept.map(({ path }) => ({
      en: `${printable(path)} was left alone: iamport-kit did not write it`,
      ko: korean`${printable(path)}{은/는} 그대로 두었습니다. iamport-kit이 쓴 파일이 아닙니다`,
    })),
  ];
}

/** The files worth listing, without the folders of many small files. */
function ownFiles(paths: readonly string[]): string[] {
  const files = paths.filter((path) => path.endsWith('.ts') && !path.includes('/'));
  const folders = paths.some((path) => path.startsWith('resources/')) ? ['resources/'] : [];
  return [...files, ...folders].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
}

function importWords({ extension, modules, because }: ImportStyle): Texts {
  return {
    en: `imports ${extension === '' ? 'without an extension' : `with ${extension}`} (${printable(because)}), ${modules}`,
    ko: `import ${extension === '' ? '확장자 없음' : `확장자 ${extension}`}(${printable(because)}), ${modules === 'CommonJS' ? 'CommonJS' : 'ES 모듈'}`,
  };
}

/** What `generate --check` found: each file that differs, with the first line that does. */
export function formatDifferences(
  differences: readonly Difference[],
  place: { readonly out: string; readonly total: number },
  language: Language,
): string {
  const wrong = differences.filter(({ kind }) => kind !== 'formatted');
  const rest = wrong.length - SHOWN;
  const texts = [
    ...wrong.slice(0, SHOWN).map((difference) => differenceTexts(difference, place.out)),
    ...(rest > 0 ? [{ en: `… and ${count(rest, 'more file')}\n`, ko: `… 외 파일 ${rest}개\n` }] : []),
    {
      en: 'Run "npx iamport-kit generate" and commit the result.\n',
      ko: '"npx iamport-kit generate"를 실행하고 결과를 커밋하세요.\n',
    },
  ];
  const shown = wrong.length === 0 ? upToDate(differences.length, place) : texts;
  return shown.map((each) => each[language]).join('');
}

function upToDate(formatted: number, { out, total }: { readonly out: string; readonly total: number }): Texts[] {
  const current = {
    en: `${out}/ is up to date (${count(total, 'file')})\n`,
    ko: `${out}/: 최신입니다(파일 ${total}개)\n`,
  };
  const note = {
    en: `${count(formatted, 'file')} formatted differently, which is fine; tell your formatter to leave ${out}/ alone\n`,
    ko: `파일 ${formatted}개는 서식만 다르며 문제는 없습니다. 포매터에서 ${out}/을 제외해 두세요\n`,
  };
  return formatted === 0 ? [current] : [current, note];
}

function differenceTexts({ path, kind, isOurs, found, wanted }: Difference, out: string): Texts {
  const file = printable(`${out}/${path}`);
  if (kind === 'missing') return { en: `${file} is missing\n`, ko: korean`${file}{이/가} 없습니다\n` };
  if (kind === 'extra' && isOurs)
    return {
      en: `${file} is extra: it is no longer generated\n`,
      ko: korean`${file}{은/는} 더 이상 생성되지 않는 파일입니다\n`,
    };
  if (kind === 'extra')
    return {
      en: `${file} is extra: iamport-kit did not write it; move it away\n`,
      ko: korean`${file}{은/는} iamport-kit이 쓴 파일이 아닙니다. 옮기세요\n`,
    };
  const [before, after] = [found.split('\n'), wanted.split('\n')];
  const first = before.findIndex((text, index) => text !== after[index]);
  const index = first === -1 ? before.length : first;
  const show = (mark: string, text: string | undefined): string =>
    text === undefined ? '' : `  ${mark} ${printable(text).slice(0, 160)}\n`;
  const lines = show('-', before[index]) + show('+', after[index]);
  return {
    en: `${file} is stale (first difference, line ${index + 1})\n${lines}`,
    ko: korean`${file}{이/가} 오래되었습니다(첫 차이: ${index + 1}행)\n${lines}`,
  };
}
