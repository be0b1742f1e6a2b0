import type { Difference } from './write/write.js';
import type { ImportStyle } from '../files/import-style.js';
import type { Language, Texts } from '../messages/entry.js';
import { CHECK_WORDS, SUMMARY_WORDS } from '../messages/output/generate.js';
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
  const { schemas } = result.counts;
  const warnings = result.diagnostics?.length ?? 0;
  const own = ownFiles(result.files.map(({ path }) => path)).join(' ');
  return [
    line(SUMMARY_WORDS.document({ ...result.counts, warnings }), spec),
    line(SUMMARY_WORDS.output(own, schemas), `${out}/`),
    ...(imports === undefined || imports.because === ''
      ? []
      : [line(SUMMARY_WORDS.imports({ ...imports, because: printable(imports.because) }))]),
    ...changesOf(summary, (milliseconds / 1000).toFixed(1)).map((texts) => line(texts)),
  ].join('');
}

function changesOf({ result, differences }: Summary, seconds: string): Texts[] {
  const kept = differences.filter(({ kind, isOurs }) => kind === 'extra' && !isOurs);
  const formatted = differences.filter(({ kind }) => kind === 'formatted').length;
  const removed = differences.filter(({ kind, isOurs }) => kind === 'extra' && isOurs).length;
  const changed = differences.length - kept.length - formatted - removed;
  return [
    SUMMARY_WORDS.changes({ changed, removed, unchanged: result.files.length - changed, seconds }),
    ...(formatted > 0 ? [SUMMARY_WORDS.leftAlone(formatted)] : []),
    ...kept.map(({ path }) => SUMMARY_WORDS.foreign(printable(path))),
  ];
}

/** The files worth listing, without the folders of many small files. */
function ownFiles(paths: readonly string[]): string[] {
  const files = paths.filter((path) => path.endsWith('.ts') && !path.includes('/'));
  const folders = paths.some((path) => path.startsWith('resources/')) ? ['resources/'] : [];
  return [...files, ...folders].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
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
    ...(rest > 0 ? [CHECK_WORDS.more(rest)] : []),
    CHECK_WORDS.cure,
  ];
  const shown = wrong.length === 0 ? upToDate(differences.length, place) : texts;
  return shown.map((each) => `${each[language]}\n`).join('');
}

function upToDate(formatted: number, { out, total }: { readonly out: string; readonly total: number }): Texts[] {
  const current = CHECK_WORDS.upToDate(out, total);
  return formatted === 0 ? [current] : [current, CHECK_WORDS.formatted(out, formatted)];
}

function differenceTexts({ path, kind, isOurs, found, wanted }: Difference, out: string): Texts {
  const file = printable(`${out}/${path}`);
  if (kind === 'missing') return CHECK_WORDS.missing(file);
  if (kind === 'extra') return isOurs ? CHECK_WORDS.extra(file) : CHECK_WORDS.foreign(file);
  const [before, after] = [found.split('\n'), wanted.split('\n')];
  const first = before.findIndex((text, index) => text !== after[index]);
  const index = first === -1 ? before.length : first;
  const show = (mark: string, text: string | undefined): string =>
    text === undefined ? '' : `\n  ${mark} ${printable(text).slice(0, 160)}`;
  const lines = show('-', before[index]) + show('+', after[index]);
  const { en, ko } = CHECK_WORDS.stale(file, index + 1);
  return { en: `${en}${lines}`, ko: `${ko}${lines}` };
}
