import type { Diagnostic } from '../../messages/diagnostic.js';
import type { SourceDocument } from '../../source/document.js';
import type { TextEdit } from '../../source/text-edit.js';

/** What a fix may look at. */
export interface FixContext {
  readonly document: SourceDocument;
  /** JSON Schema of the document. */
  readonly schema: unknown;
}

/** Gives the edits that cure a finding; none where more than one answer exists. */
export type Fix = (diagnostic: Diagnostic, context: FixContext) => readonly TextEdit[];
