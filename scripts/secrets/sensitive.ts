import type { SourceDocument } from '../source/document.js';
import { findByShape } from './detect.js';
import { sensitiveScalars, type PlacedScalar } from './placed-scalars.js';
import type { SecretKind, SecretSpan } from './detectors/span.js';

// Shorter values, such as `paid` and `1`, occur with other meanings too.
const SHORTEST_REPEATED = 6;

/** Gives what is sensitive between two offsets of a document, in order; spans may reach beyond them. */
export type SensitiveIn = (from: number, to: number) => SecretSpan[];

/**
 * Finds the values of a document that the schema, or their property's name, calls sensitive;
 * what else in the document is the same as one of them; and secrets that escapes hide from a search in the text. The
 * search costs what the part costs that is asked for, but for one look at all places.
 */
export function createSensitive({ text, ...document }: SourceDocument, schema?: unknown): SensitiveIn {
  const scalars = sensitiveScalars({ text, ...document }, schema);
  const kinds = new Map(
    scalars.flatMap(({ text: value, sensitive }) =>
      sensitive !== undefined && value.length >= SHORTEST_REPEATED ? [[value, sensitive] as const] : [],
    ),
  );
  return (from, to) => {
    const marked: SecretSpan[] = [];
    for (let index = firstEndingAfter(scalars, from); index < scalars.length; index += 1) {
      const scalar = scalars[index];
      if (scalar === undefined || scalar.offset >= to) break;
      const kind = scalar.sensitive ?? hiddenKindOf(scalar, text);
      if (kind !== undefined) marked.push({ offset: scalar.offset, length: scalar.length, kind });
    }
    return [...marked, ...repeatsIn(text, kinds, { from, to })].sort((a, b) => a.offset - b.offset);
  };
}

/** {@link createSensitive} for a whole document. */
export function sensitiveSpans(document: SourceDocument, schema?: unknown): SecretSpan[] {
  return createSensitive(document, schema)(0, document.text.length);
}

/** Scalars do not overlap, so their ends are in order too. */
function firstEndingAfter(scalars: readonly PlacedScalar[], from: number): number {
  let [low, high] = [0, scalars.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { offset, length } = scalars[middle] ?? { offset: 0, length: 0 };
    if (offset + length > from) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A digit may be written `\u0034`; then only what the text says shows the secret. */
function hiddenKindOf({ offset, length, text }: PlacedScalar, source: string): SecretKind | undefined {
  return source.slice(offset, offset + length).includes('\\') ? findByShape(text)[0]?.kind : undefined;
}

function repeatsIn(
  source: string,
  kinds: ReadonlyMap<string, SecretKind>,
  { from, to }: { readonly from: number; readonly to: number },
): SecretSpan[] {
  if (kinds.size === 0) return [];
  // A word that the part begins or ends in is looked at whole.
  const start = Math.max(0, from - LONGEST_WORD);
  const part = source.slice(start, to + LONGEST_WORD);
  return [...part.matchAll(/[^\s"'(),:;{}[\]<>=&?\\/]+/g)].flatMap(({ 0: word, index }) => {
    const kind = kinds.get(word);
    return kind === undefined ? [] : [{ offset: start + index, length: word.length, kind }];
  });
}

/** Longer than any value that could be the same elsewhere and sensitive. */
const LONGEST_WORD = 1024;
