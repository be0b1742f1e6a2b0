import type { ShownFile } from '../files/display-path.js';
import { readNamed } from '../files/read-named.js';
import { writeFile } from '../files/write-file.js';
import { secretSpans } from '../secrets/detect.js';
import type { SecretSpan } from '../secrets/detectors/span.js';
import { UsageError } from '../messages/usage-error.js';
import type { SourceDocument } from '../source/document.js';
import { applyEdits, type TextEdit } from '../source/text-edit.js';

/** A file, and how to change it. Offsets count from its beginning. */
export interface Rewrite extends ShownFile {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly TextEdit[];
  /** Everything secret in `before`. */
  readonly secrets: readonly SecretSpan[];
}

/** The edits of one document, and what is secret in it; offsets count from its own beginning. */
export interface DocumentEdits {
  readonly document: Pick<SourceDocument, 'text' | 'firstLine'>;
  readonly edits: readonly TextEdit[];
  readonly secrets: readonly SecretSpan[];
}

/**
 * Works out what becomes of a file whose documents, in order, are to be edited. Undefined where nothing would change.
 *
 * @throws {UsageError} when it cannot be read, or no longer says what its documents were read from.
 */
export function planRewrite({ file, shownAs }: ShownFile, changes: readonly DocumentEdits[]): Rewrite | undefined {
  if (changes.every(({ edits }) => edits.length === 0)) return undefined;
  const before = readNamed(file, shownAs);
  const edits: TextEdit[] = [];
  const secrets = secretSpans(before);
  let [line, offset] = [1, 0];
  for (const change of changes) {
    const { text, firstLine } = change.document;
    for (; line < firstLine; line += 1) offset = before.indexOf('\n', offset) + 1;
    const start = before.indexOf(text, offset);
    if (start === -1) throw changed(shownAs);
    edits.push(...change.edits.map((edit) => ({ ...edit, offset: start + edit.offset })));
    secrets.push(...change.secrets.map((span) => ({ ...span, offset: start + span.offset })));
  }
  return { file, shownAs, before, after: applyEdits(before, edits), edits, secrets };
}

/**
 * Puts the new text in the place of the old one in a single step: a reader of the file gets one or the other.
 *
 * @throws {UsageError} when the file has changed since it was read, or cannot be written.
 */
export function writeRewrite({ file, shownAs, before, after }: Rewrite): void {
  if (readNamed(file, shownAs) !== before) throw changed(shownAs);
  writeFile({ file, shownAs }, after);
}

function changed(shownAs: string): UsageError {
  return new UsageError('file-changed', { file: shownAs });
}
