import { secretSpans } from './detect.js';
import { mask } from './mask.js';

/** A part of a text that must not be shown, in UTF-16 code units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
  /** Of a whole card number a mask may leave more than of other things; without a kind nothing is left. */
  readonly kind?: string;
}

/** Hides what looks secret in a text, and the spans given. The result is as long as the text. */
export function masked(text: string, spans: readonly Span[] = []): string {
  return mask(text, [...spans, ...secretSpans(text)]);
}
