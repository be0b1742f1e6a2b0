import type { ShownFile } from '../files/display-path.js';
import { readNamed } from '../files/read-named.js';
import { writeFile } from '../files/write-file.js';
import { secretSpans } from '../secrets/detect.js';
import type { SecretSpan } from '../secrets/detectors/span.js';
import { isParsed, type CollectedFile, type ParsedDocument } from './collected-file.js';
import { UsageError } from '../messages/usage-error.js';
import { sensitiveSpans } from '../secrets/sensitive.js';
import { applyEdits, type TextEdit } from '../source/text-edit.js';

/** A file, and how to change it. Offsets count from its beginning. */
export interface Rewrite extends ShownFile {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly TextEdit[];
  /** Everything secret in `before`. */
  readonly secrets: readonly SecretSpan[];
}

/** Gives the edits of a document; offsets count from its own beginning. */
export type EditsOf = (checked: ParsedDocument) => readonly TextEdit[];

/**
 * Works out what becomes of files whose documents are edited. Those that cannot be parsed, or would stay as they are, are
 * left out.
 *
 * @throws {UsageError} when a file cannot be read, or no longer says what its documents were read from.
 */
export function planRewrites(files: readonly CollectedFile[], editsOf: EditsOf): Rewrite[] {
  return files.flatMap((file) => (file.isWhole ? (planRewrite(file, editsOf) ?? []) : []));
}

function planRewrite({ file, shownAs, documents }: CollectedFile, editsOf: EditsOf): Rewrite | undefined {
  const changes = documents.filter(isParsed).map((checked) => ({ ...checked, edits: editsOf(checked) }));
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
    const moved = <Place extends { readonly offset: number }>(place: Place): Place => ({
      ...place,
      offset: start + place.offset,
    });
    edits.push(...change.edits.map(moved));
    secrets.push(...sensitiveSpans(change.document, change.schema).map(moved));
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
