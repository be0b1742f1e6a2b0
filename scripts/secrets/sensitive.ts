import type { SourceDocument } from '../source/document.js';
import { findByShape } from './detect.js';
import { placedScalars, type PlacedScalar } from './placed-scalars.js';
import type { SecretSpan } from './detectors/span.js';

// Shorter values, such as `paid` and `1`, also stand for other things.
const SHORTEST_REPEATED = 6;

/**
 * Finds the values of a document that stand where the schema, or their property's name, says something sensitive does;
 * what else in the document is the same as one of them; and secrets that escapes hide from a search in the text.
 */
export function sensitiveSpans(document: SourceDocument, schema?: unknown): SecretSpan[] {
  const scalars = placedScalars(document, schema);
  const marked = scalars.flatMap((scalar): SecretSpan[] => {
    const kind = scalar.sensitive ?? hiddenKindOf(scalar, document.text);
    return kind === undefined ? [] : [{ offset: scalar.offset, length: scalar.length, kind }];
  });
  return [...marked, ...repeatsOf(scalars, document.text)].sort((a, b) => a.offset - b.offset);
}

/** A digit may be written `\u0034`; then only what the text says shows the secret. */
function hiddenKindOf({ offset, length, text }: PlacedScalar, source: string): SecretSpan['kind'] | undefined {
  return source.slice(offset, offset + length).includes('\\') ? findByShape(text)[0]?.kind : undefined;
}

function repeatsOf(scalars: readonly PlacedScalar[], source: string): SecretSpan[] {
  const kinds = new Map(
    scalars.flatMap(({ text, sensitive }) =>
      sensitive !== undefined && text.length >= SHORTEST_REPEATED ? [[text, sensitive] as const] : [],
    ),
  );
  if (kinds.size === 0) return [];
  return [...source.matchAll(/[^\s"'(),:;{}[\]<>=&?\\/]+/g)].flatMap(({ 0: word, index }) => {
    const kind = kinds.get(word);
    return kind === undefined ? [] : [{ offset: index, length: word.length, kind }];
  });
}
