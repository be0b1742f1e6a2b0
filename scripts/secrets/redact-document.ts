import { applyEdits, type TextEdit } from '../fix/text-edit.js';
import type { SourceDocument } from '../validate/document.js';
import type { FakeBook } from './fake-book.js';
import { isPersonal } from './made-up.js';
import { placedScalars, type PlacedScalar } from './placed-scalars.js';
import { realSecretsOf } from './real-secrets.js';
import type { SecretSpan } from './span.js';

/** The edits that put made-up values in the place of real ones; offsets count from the beginning of the document. */
export function redactionsOf(document: SourceDocument, schema: unknown, book: FakeBook): TextEdit[] {
  return placedScalars(document, schema).flatMap((scalar) => redactionsOfScalar(scalar, document, book));
}

/** What of a scalar is replaced; offsets count from the beginning of what it says. */
function replacedIn(scalar: PlacedScalar): SecretSpan[] {
  const { sensitive, text } = scalar;
  const isWhole = sensitive !== undefined && isPersonal(scalar);
  return isWhole ? [{ offset: 0, length: text.length, kind: sensitive }] : realSecretsOf(scalar);
}

function redactionsOfScalar(scalar: PlacedScalar, { text: source }: SourceDocument, book: FakeBook): TextEdit[] {
  const { offset, length, text } = scalar;
  const edits = replacedIn(scalar).map(({ offset: start, length: size, kind }): TextEdit => ({
    offset: start,
    length: size,
    content: book(kind, text.slice(start, start + size)),
  }));
  const written = source.slice(offset, offset + length);
  if (written === text) return edits.map((edit) => ({ ...edit, offset: offset + edit.offset }));
  if (edits.length === 0) return [];
  // Escapes stand between the text and what it says: the whole value is written anew, quoted as it was.
  const quote = source[offset - 1];
  if (quote === '"') return [{ offset, length, content: JSON.stringify(applyEdits(text, edits)).slice(1, -1) }];
  // In the other notations of YAML the value itself stands there, between line breaks and indentation.
  return edits.flatMap((edit): TextEdit[] => {
    const at = written.indexOf(text.slice(edit.offset, edit.offset + edit.length));
    return at === -1 ? [] : [{ ...edit, offset: offset + at }];
  });
}
