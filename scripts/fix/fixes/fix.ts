import type { SourceDocument } from '../../source/document.js';
import type { TextEdit } from '../../source/text-edit.js';

/** Where a finding is, and what a fix may look at. */
export interface FixContext {
  readonly pointer: string;
  readonly document: SourceDocument;
  /** JSON Schema of the document. */
  readonly schema: unknown;
}

/** Gives the edits that fix a finding, by its values; none if there is more than one way. */
export type Fix<Facts> = (values: Facts, context: FixContext) => readonly TextEdit[];

/** Changes how the key or the value of a finding is written; nothing where `change` gives nothing. */
export function rewritten(
  { document, pointer }: FixContext,
  place: 'key' | 'value',
  change: (written: string) => string | undefined,
): TextEdit[] {
  const span = document.spanOf(pointer, place);
  if (span === undefined) return [];
  const content = change(document.text.slice(span.offset, span.offset + span.length));
  return content === undefined ? [] : [{ ...span, content }];
}
