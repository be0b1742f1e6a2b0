import type { TextEdit } from '../source/text-edit.js';
import type { SourceDocument } from '../source/document.js';
import type { FakeBook } from './pseudonymizer.js';
import { isPersonal } from './made-up.js';
import { placedScalars, type PlacedScalar } from '../secrets/placed-scalars.js';
import { realSecretsOf } from '../secrets/real-secrets.js';
import type { SecretSpan } from '../secrets/span.js';

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

function redactionsOfScalar(
  scalar: PlacedScalar,
  { text: source, syntax }: SourceDocument,
  book: FakeBook,
): TextEdit[] {
  const { offset, length, text } = scalar;
  const written = source.slice(offset, offset + length);
  const places = written === text || syntax === 'yaml' ? undefined : placesOf(written);
  return replacedIn(scalar).flatMap(({ offset: start, length: size, kind }): TextEdit[] => {
    const original = text.slice(start, start + size);
    const fake = book(kind, original);
    if (written === text) return [{ offset: offset + start, length: size, content: fake }];
    // In the other notations of YAML the value itself stands there, between line breaks and indentation.
    const at = places?.[start] ?? written.indexOf(original);
    const end = places?.[start + size] ?? at + size;
    return at === -1 ? [] : [{ offset: offset + at, length: end - at, content: JSON.stringify(fake).slice(1, -1) }];
  });
}

/** Where each UTF-16 code unit of a JSON string is written, and where the last one ends. */
function placesOf(written: string): number[] {
  const places: number[] = [];
  for (
    let offset = 0;
    offset < written.length;
    offset += written[offset] !== '\\' ? 1 : written[offset + 1] === 'u' ? 6 : 2
  )
    places.push(offset);
  return [...places, written.length];
}
