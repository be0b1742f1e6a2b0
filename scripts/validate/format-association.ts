import type { Language, Texts } from '../messages/entry.js';
import { printable } from '../report/printable.js';
import { maskText } from '../secrets/mask.js';
import type { Association } from './associate.js';
import type { Checked } from './check-files.js';

const REASONS: Readonly<Record<Association['by'], Texts>> = {
  flag: { en: 'the flags say so', ko: '플래그에 따라' },
  $schema: { en: 'its "$schema" says so', ko: '"$schema"에 따라' },
  config: { en: 'the config says so', ko: '설정에 따라' },
  convention: { en: 'its place says so', ko: '위치에 따라' },
  auto: { en: 'by its shape', ko: '모양에 따라' },
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
  return `${name}  ${schema}${body}: ${REASONS[by][language]}\n`;
}
