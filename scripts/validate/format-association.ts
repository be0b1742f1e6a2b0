import type { Language } from '../messages/entry.js';
import { ASSOCIATION_WORDS } from '../messages/output/command.js';
import { printable } from '../report/printable.js';
import { maskText } from '../secrets/mask.js';
import type { Checked } from './check-files.js';

/** Says which schema a document was checked with and why; `--explain` prints it. Nothing for what cannot be read. */
export function formatAssociation({ file, document, association }: Checked, language: Language): string {
  if (document === undefined) return '';
  const line = document.firstLine === 1 ? '' : `:${document.firstLine}`;
  const name = printable(maskText(`${file.shownAs}${line}`));
  if (association === undefined) return `${name}  ${ASSOCIATION_WORDS.none[language]}\n`;
  const { schema, operationId, status, by } = association;
  const body = operationId === undefined ? '' : ` (${operationId} ${status ?? ''})`;
  return `${name}  ${schema}${body}: ${ASSOCIATION_WORDS[by][language]}\n`;
}
