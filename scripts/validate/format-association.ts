import type { Language, Texts } from '../messages/entry.js';
import { printable } from '../report/printable.js';
import { maskText } from '../secrets/mask.js';
import type { Association } from './associate.js';
import type { Checked } from './check-files.js';

const REASONS: Readonly<Record<Language, Readonly<Record<Association['by'], string>>>> = {
  en: {
    flag: 'the flags say so',
    $schema: 'its "$schema" says so',
    config: 'the config says so',
    convention: 'its place says so',
    auto: 'by its shape',
  },
  ko: {
    flag: '플래그에 따라',
    $schema: '"$schema"에 따라',
    config: '설정에 따라',
    convention: '위치에 따라',
    auto: '모양에 따라',
  },
};

const NONE: Texts = { en: 'no schema', ko: '스키마 없음' };

/** Says which schema a document was checked with and why; `--explain` prints it. Nothing for what cannot be read. */
export function formatAssociation({ file, document, association }: Checked, language: Language): string {
  if (document === undefined) return '';
  const line = document.firstLine === 1 ? '' : `:${document.firstLine}`;
  const name = printable(maskText(`${file.shownAs}${line}`));
  if (association === undefined) return `${name}  ${NONE[language]}\n`;
  const { schema, operationId, status, by } = association;
  const body = operationId === undefined ? '' : ` (${operationId} ${status ?? ''})`;
  return `${name}  ${schema}${body}: ${REASONS[language][by]}\n`;
}
