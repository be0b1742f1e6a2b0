import { codedTexts, type Coded } from '../coded.js';
import type { CodedMessage, Texts } from '../entry.js';
import { grouped } from '../grouped.js';
import { korean } from '../particle.js';
import type { FileValues } from './file.js';

const ENTRY_PROBLEMS = {
  'no-object': (): Texts => ({ en: 'is not an object', ko: '객체가 아닙니다' }),
  'missing-key': ({ key }: Keyed): Texts => ({ en: `has no "${key}"`, ko: korean`"${key}"{이/가} 없습니다` }),
  'empty-reason': (): Texts => ({
    en: 'has an empty "reason"; say why the finding may stay',
    ko: '"reason"이 비어 있습니다. 이유를 쓰세요',
  }),
  'no-date': (): Texts => ({
    en: 'has an "until" that is not a date such as 2027-01-31',
    ko: '"until"이 2027-01-31 같은 날짜가 아닙니다',
  }),
  'unknown-key': ({ key }: Keyed): Texts => ({
    en: `has an unknown "${key}"`,
    ko: korean`"${key}"{은/는} 알 수 없는 키입니다`,
  }),
};

interface Keyed {
  readonly key: string;
}

/** What is wrong with an entry of a baseline. */
export type EntryProblem = Coded<typeof ENTRY_PROBLEMS>;

/** Errors about configs and baselines. */
export const CONFIG_USAGE = {
  'at-place': (values: { file: string; line: number; column: number; problem: CodedMessage }): Texts => {
    const place = `${values.file}:${values.line}:${values.column}`;
    const { en, ko } = values.problem.texts;
    return { en: `${place}: ${en}`, ko: `${place}: ${ko}` };
  },
  several: ({ problems }: { readonly problems: readonly CodedMessage[] }): Texts => ({
    en: problems.map(({ texts }) => texts.en).join('\niamport-kit: '),
    ko: problems.map(({ texts }) => texts.ko).join('\niamport-kit: '),
  }),
  'several-configs': ({ folder, files }: { readonly folder: string; readonly files: readonly string[] }): Texts => ({
    en: `${folder} has ${files.join(' and ')}; keep one of them`,
    ko: `${folder}에 설정이 여럿입니다(${files.join(', ')}). 하나만 남기세요`,
  }),
  'config-ending': ({ file }: FileValues): Texts => ({
    en: `${file} must end in .json, .yaml or .ts`,
    ko: korean`${file}{은/는} .json, .yaml, .ts 중 하나로 끝나야 합니다`,
  }),
  'config-one-document': ({ file }: FileValues): Texts => ({
    en: `${file} must contain one document`,
    ko: `${file}에는 문서가 하나만 있어야 합니다`,
  }),
  'config-without-default': ({ file }: FileValues): Texts => ({
    en: `${file} has no default export; write "export default defineConfig({ … })"`,
    ko: `${file}에 기본 내보내기가 없습니다. "export default defineConfig({ … })"를 쓰세요`,
  }),
  'config-threw': ({ file, quote }: FileValues & { readonly quote: string }): Texts => ({
    en: `${file} failed: ${quote}`,
    ko: `${file} 실행이 실패했습니다: ${quote}`,
  }),
  'config-does-not-compile': ({ place, quote }: { readonly place: string; readonly quote: string }): Texts => ({
    en: `${place}: ${quote}`,
    ko: `${place}: 컴파일되지 않습니다: ${quote}`,
  }),
  'baseline-too-many': ({ findings }: { readonly findings: number }): Texts => ({
    en: `${grouped(findings)} findings are too many for a baseline; raise --limit`,
    ko: `문제 ${grouped(findings)}건은 베이스라인에 넣기에 너무 많습니다. --limit을 늘리세요`,
  }),
  'baseline-without-reason': (): Texts => ({
    en: 'new findings need a reason: give one with --reason TEXT',
    ko: '새로 찾은 문제를 남겨 두려면 --reason TEXT로 사유를 적으세요',
  }),
  'not-a-baseline': ({ file }: FileValues): Texts => ({
    en: `${file} is not a baseline; it needs "version": 1 and "entries"`,
    ko: korean`${file}{은/는} 베이스라인이 아닙니다. "version": 1과 "entries"가 있어야 합니다`,
  }),
  'baseline-not-json': ({ file }: FileValues): Texts => ({
    en: `${file} is not JSON; restore it from version control`,
    ko: korean`${file}{은/는} JSON이 아닙니다. 버전 관리에서 되살리세요`,
  }),
  'baseline-entry': ({ file, number, problem }: FileValues & { number: number; problem: EntryProblem }): Texts => {
    const { en, ko } = codedTexts(ENTRY_PROBLEMS, problem);
    return { en: `${file}: entry ${number} ${en}`, ko: `${file}: ${number}번째 항목: ${ko}` };
  },
};
