import { printable } from '../report/printable.js';
import { maskText } from '../secrets/mask.js';
import type { Association } from './associate.js';
import type { Checked } from './check-files.js';

const REASONS: Readonly<Record<Association['by'], string>> = {
  flag: 'the flags say so',
  $schema: 'its "$schema" says so',
  config: 'the config says so',
  convention: 'its place says so',
  auto: 'by its shape',
};

/** Says which schema a document was checked with and why; `--explain` prints it. Nothing for what cannot be read. */
export function formatAssociation({ file, document, association }: Checked): string {
  if (document === undefined) return '';
  const line = document.firstLine === 1 ? '' : `:${document.firstLine}`;
  const name = printable(maskText(`${file.shownAs}${line}`));
  if (association === undefined) return `${name}  no schema\n`;
  const { schema, operationId, status, by } = association;
  const body = operationId === undefined ? '' : ` (${operationId} ${status ?? ''})`;
  return `${name}  ${schema}${body}: ${REASONS[by]}\n`;
}
