import type { Language, Texts } from '../messages/entry.js';
import { count } from './formats/pretty.js';
import type { Totals } from './report.js';
import { grouped } from '../messages/grouped.js';

/** What a run has checked: documents, or files with one or more documents each. */
export type Checked =
  | { readonly document: string }
  | { readonly documents: number }
  | { readonly files: number; readonly documents: number; readonly milliseconds: number };

/** The last line of a text report: the number of problems, and what was checked. */
export function summarise(totals: Totals, checked: Checked, language: Language): string {
  return `${summaryOf(totals, checked)[language]}\n`;
}

/** What a report does not show, one line each. */
export function omissions(totals: Totals, language: Language): string {
  const { errors, warnings, shown, accepted, isAtLeast } = totals;
  const hidden = errors + warnings - shown;
  const lines: readonly (Texts | false)[] = [
    hidden > 0 && {
      en: `${isAtLeast === true ? 'at least ' : ''}${count(hidden, 'problem')} not shown`,
      ko: `${grouped(hidden)}건${isAtLeast === true ? ' 이상' : ''}은 표시하지 않았습니다`,
    },
    accepted > 0 && {
      en: `${count(accepted, 'more problem')} in the baseline`,
      ko: `${grouped(accepted)}건은 베이스라인에 사유가 있습니다`,
    },
  ];
  return lines.flatMap((line) => (line === false ? [] : [`${line[language]}\n`])).join('');
}

function summaryOf({ errors, warnings, isAtLeast, files: wrong }: Totals, checked: Checked): Texts {
  const problems = errors + warnings;
  const found = {
    en: `${isAtLeast === true ? 'at least ' : ''}${count(problems, 'problem')}`,
    ko: `문제 ${grouped(problems)}건${isAtLeast === true ? ' 이상' : ''}`,
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
