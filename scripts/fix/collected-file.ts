import type { ShownFile } from '../files/display-path.js';
import { groupBy } from '../json/group-by.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import type { SourceDocument } from '../source/document.js';

/** A document that was checked, as far as rewriting its file needs to know it. */
export interface CheckedDocument {
  readonly file: ShownFile;
  /** Undefined where the text could not be parsed. */
  readonly document?: SourceDocument;
  /** JSON Schema of the document; undefined where none is known. */
  readonly schema?: unknown;
  readonly found: readonly Diagnostic[];
}

/** One that could be parsed. */
export type ParsedDocument = CheckedDocument & { readonly document: SourceDocument };

/** Whether a document could be parsed. */
export function isParsed(checked: CheckedDocument): checked is ParsedDocument {
  return checked.document !== undefined;
}

/** All documents of one file, in the order they stand in. */
export interface CollectedFile extends ShownFile {
  readonly documents: readonly CheckedDocument[];
  /** Whether all of it could be parsed. What could not is never changed: its places are not certain. */
  readonly isWhole: boolean;
}

/** The files of checked documents, in the order of their first document. */
export function collectFiles(all: readonly CheckedDocument[]): CollectedFile[] {
  return [...groupBy(all, ({ file }) => file.file)].map(([file, documents]) => ({
    file,
    shownAs: documents[0]?.file.shownAs ?? file,
    documents,
    isWhole: documents.every(isParsed),
  }));
}
