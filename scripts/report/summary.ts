import type { Language } from '../messages/entry.js';
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
  return language === 'ko' ? inKorean(totals, checked) : inEnglish(totals, checked);
}

/** What a report does not show, one line each. */
export function omissions(totals: Totals, language: Language): string {
  const { errors, warnings, shown, accepted, isAtLeast } = totals;
  const hidden = errors + warnings - shown;
  const lines =
    language === 'ko'
      ? [
          hidden > 0 && `${grouped(hidden)}건${isAtLeast === true ? ' 이상' : ''}은 표시하지 않았습니다`,
          accepted > 0 && `${grouped(accepted)}건은 베이스라인에 사유가 있습니다`,
        ]
      : [
          hidden > 0 && `${isAtLeast === true ? 'at least ' : ''}${count(hidden, 'problem')} not shown`,
          accepted > 0 && `${count(accepted, 'more problem')} in the baseline`,
        ];
  return lines.flatMap((line) => (line === false ? [] : [`${line}\n`])).join('');
}

function inEnglish(totals: Totals, checked: Checked): string {
  const problems = totals.errors + totals.warnings;
  if ('document' in checked)
    return problems === 0 ? `${checked.document} is clean\n` : `${count(problems, 'problem')} in ${checked.document}\n`;
  if (!('files' in checked)) {
    const all = count(checked.documents, 'document');
    if (problems > 0) return `${count(problems, 'problem')} in ${all}\n`;
    return `${all} ${checked.documents === 1 ? 'is' : 'are'} clean\n`;
  }
  const { files, documents, milliseconds } = checked;
  const time = `(${(milliseconds / 1000).toFixed(2)} s)`;
  const total = `${count(files, 'file')}${documents > files ? ` with ${count(documents, 'document')}` : ''}`;
  if (problems === 0) return `${total} valid ${time}\n`;
  const least = totals.isAtLeast === true ? 'at least ' : '';
  return `${least}${count(problems, 'problem')} in ${grouped(totals.files)} of ${total} ${time}\n`;
}

function inKorean(totals: Totals, checked: Checked): string {
  const problems = totals.errors + totals.warnings;
  const found = `문제 ${grouped(problems)}건${totals.isAtLeast === true ? ' 이상' : ''}`;
  if ('document' in checked)
    return problems === 0 ? `${checked.document}: 문제가 없습니다\n` : `${checked.document}: ${found}\n`;
  if (!('files' in checked)) {
    const all = `문서 ${grouped(checked.documents)}개`;
    return problems === 0 ? `${all}: 문제가 없습니다\n` : `${all}: ${found}\n`;
  }
  const time = `(${(checked.milliseconds / 1000).toFixed(2)}초)`;
  const several = checked.documents > checked.files ? `(문서 ${grouped(checked.documents)}개)` : '';
  const files = `파일 ${grouped(checked.files)}개${several}`;
  return problems === 0
    ? `${files} 모두 올바릅니다 ${time}\n`
    : `${files} 중 ${grouped(totals.files)}개에서 ${found} ${time}\n`;
}
