import type { Texts } from '../entry.js';
import { count, grouped } from '../grouped.js';

/** What a run has checked: documents, or files with one or more documents each. */
export type Checked =
  | { readonly document: string }
  | { readonly documents: number }
  | { readonly files: number; readonly documents: number; readonly milliseconds: number };

/** What a run has found, and in how many files. */
interface Found {
  readonly errors: number;
  readonly warnings: number;
  readonly isAtLeast?: boolean;
  readonly files: number;
}

/** Sums up a run: the number of problems, and what was checked. */
export function summaryTexts({ errors, warnings, isAtLeast = false, files: wrong }: Found, checked: Checked): Texts {
  const problems = errors + warnings;
  const found = {
    en: `${isAtLeast ? 'at least ' : ''}${count(problems, 'problem')}`,
    ko: `문제 ${grouped(problems)}건${isAtLeast ? ' 이상' : ''}`,
  };
  if (!('files' in checked)) {
    const { en, ko, isOne } = placeOf(checked);
    return problems === 0
      ? { en: `${en} ${isOne ? 'is' : 'are'} clean`, ko: `${ko}: 문제가 없습니다` }
      : { en: `${found.en} in ${en}`, ko: `${ko}: ${found.ko}` };
  }
  const { files, documents, milliseconds } = checked;
  const seconds = (milliseconds / 1000).toFixed(2);
  const en = `${count(files, 'file')}${documents > files ? ` with ${count(documents, 'document')}` : ''}`;
  const ko = `파일 ${grouped(files)}개${documents > files ? `(문서 ${grouped(documents)}개)` : ''}`;
  return problems === 0
    ? { en: `${en} valid (${seconds} s)`, ko: `${ko} 모두 올바릅니다 (${seconds}초)` }
    : {
        en: `${found.en} in ${grouped(wrong)} of ${en} (${seconds} s)`,
        ko: `${ko} 중 ${grouped(wrong)}개에서 ${found.ko} (${seconds}초)`,
      };
}

function placeOf(checked: Exclude<Checked, { readonly files: number }>): Texts & { readonly isOne: boolean } {
  if ('document' in checked) return { en: checked.document, ko: checked.document, isOne: true };
  const { documents } = checked;
  return { en: count(documents, 'document'), ko: `문서 ${grouped(documents)}개`, isOne: documents === 1 };
}

/** What else is said about a run as a whole. */
export const RUN_WORDS = {
  hidden: (problems: number, isAtLeast = false): Texts => ({
    en: `${isAtLeast ? 'at least ' : ''}${count(problems, 'problem')} not shown`,
    ko: `${grouped(problems)}건${isAtLeast ? ' 이상' : ''}은 표시하지 않았습니다`,
  }),
  accepted: (problems: number): Texts => ({
    en: `${count(problems, 'more problem')} in the baseline`,
    ko: `${grouped(problems)}건은 베이스라인에 사유가 있습니다`,
  }),
  progress: (done: number): Texts => ({ en: `${grouped(done)} documents checked`, ko: `문서 ${grouped(done)}개 검사` }),
  baselineSaved: (
    file: string,
    { entries, added, removed }: Readonly<Record<'entries' | 'added' | 'removed', number>>,
  ): Texts => ({
    en: `${file}: ${count(entries, 'finding')}, ${added} new, ${removed} gone`,
    ko: `${file}: 모두 ${entries}건(새로 추가 ${added}건, 삭제 ${removed}건)`,
  }),
  tooManyWarnings: (warnings: number): Texts => ({
    en: `more warnings than --max-warnings allows (${warnings})`,
    ko: `경고가 --max-warnings보다 많습니다(${warnings}건)`,
  }),
};

/** Parts of a text report for readers. */
export const PRETTY_WORDS = {
  places: (places: number, files: number): Texts => ({
    en: `${count(places, 'place')} in ${count(files, 'file')}`,
    ko: `파일 ${grouped(files)}개의 ${grouped(places)}곳`,
  }),
  also: { en: 'also', ko: '같은 문제' },
  more: (number: number): Texts => ({ en: `and ${grouped(number)} more`, ko: `외 ${grouped(number)}곳` }),
  unlisted: (number: number): Texts => ({
    en: `${count(number, 'more place')} in this report: --format compact lists them all`,
    ko: `나머지 ${grouped(number)}곳까지 모두 보려면 --format compact`,
  }),
};
