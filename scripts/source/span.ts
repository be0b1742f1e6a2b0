/** A piece of a document's own text, in UTF-16 code units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}
