/** The text of a TypeScript type, and whether it needs brackets inside another. */
export interface Piece {
  readonly text: string;
  readonly kind: 'plain' | 'union' | 'intersection';
}

/** A type that needs no brackets anywhere. */
export function plain(text: string): Piece {
  return { text, kind: 'plain' };
}

/** Any value. */
export const UNKNOWN: Piece = plain('unknown');
/** No value. */
export const NEVER: Piece = plain('never');
/** Null only. */
export const NULL: Piece = plain('null');

/** `A | B`, each alternative once. `unknown` includes all others; an empty list is `never`. */
export function union(pieces: readonly Piece[]): Piece {
  const different = distinct(pieces.filter(({ text }) => text !== 'never'));
  if (different.some(({ text }) => text === 'unknown')) return UNKNOWN;
  const [only, ...others] = different;
  if (only === undefined) return NEVER;
  if (others.length === 0) return only;
  return { text: different.map(({ text }) => text).join(' | '), kind: 'union' };
}

/** `A & B`. `unknown` is left out; an empty list is `unknown`. */
export function intersection(pieces: readonly Piece[]): Piece {
  const different = distinct(pieces.filter(({ text }) => text !== 'unknown'));
  const [only, ...others] = different;
  if (only === undefined) return UNKNOWN;
  if (others.length === 0) return only;
  const texts = different.map(({ text, kind }) => (kind === 'union' ? `(${text})` : text));
  return { text: texts.join(' & '), kind: 'intersection' };
}

/** `A[]` */
export function listOf({ text, kind }: Piece): Piece {
  return plain(kind === 'plain' ? `${text}[]` : `(${text})[]`);
}

function distinct(pieces: readonly Piece[]): Piece[] {
  return [...new Map(pieces.map((piece) => [piece.text, piece])).values()];
}
