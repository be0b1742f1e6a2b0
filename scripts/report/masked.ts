/** A part of a text that must not be shown, in UTF-16 code units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
  readonly kind?: string;
}

/** Hides what looks secret in a text, and the spans given. The result is as long as the text. */
export function masked(text: string, spans: readonly Span[] = []): string {
  const found = [...text.matchAll(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g)].map(({ index, 0: digits }) => ({
    offset: index,
    length: digits.length,
  }));
  return [...spans, ...found].reduce(
    (shown, { offset, length }) => shown.slice(0, offset) + '•'.repeat(length) + shown.slice(offset + length),
    text,
  );
}
