import { secretSpans } from './detect.js';
import { pointerOf, pointerSegments } from '../json/pointer.js';

/** What is to be covered. */
export interface MaskedSpan {
  readonly offset: number;
  readonly length: number;
  /** Without one nothing is left. */
  readonly kind?: string;
}

const DOT = '•';

// Payment providers show as much on receipts; a whole number has at least this many digits.
const [SHOWN_DIGITS, SHORTEST_CARD_NUMBER] = [4, 13];

/**
 * Covers the spans of a text with dots. The length stays, in UTF-16 code units, and so do the lines. Of card numbers the
 * first and last four digits are left; of everything else nothing.
 */
export function mask(text: string, spans: readonly MaskedSpan[]): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let covered = 0;
  for (const { offset, end, covers } of disjoint(text, spans)) {
    pieces.push(text.slice(covered, offset), covers(text.slice(offset, end)));
    covered = end;
  }
  return pieces.join('') + text.slice(covered);
}

/** Masks everything in a text that looks like a secret, and the spans given. The result is as long as the text. */
export function maskText(text: string, spans: readonly MaskedSpan[] = []): string {
  return mask(text, [...spans, ...secretSpans(text)]);
}

interface Piece {
  readonly offset: number;
  readonly end: number;
  readonly covers: (text: string) => string;
}

/** Spans that overlap become one, of which nothing is left unless all of them are the same card number. */
function disjoint(text: string, spans: readonly MaskedSpan[]): Piece[] {
  const sorted = spans
    .map(({ offset, length, kind }) => ({ offset, end: Math.min(offset + length, text.length), kind }))
    .filter(({ offset, end }) => offset >= 0 && end > offset)
    .sort((a, b) => a.offset - b.offset || b.end - a.end);
  const pieces: Piece[] = [];
  for (const { offset, end, kind } of sorted) {
    const last = pieces.at(-1);
    if (last === undefined || offset >= last.end) {
      pieces.push({ offset, end, covers: kind === 'card-number' ? coverCardNumber : cover });
      continue;
    }
    const isSame = offset === last.offset && end === last.end && kind === 'card-number';
    pieces[pieces.length - 1] = {
      offset: last.offset,
      end: Math.max(last.end, end),
      covers: isSame ? last.covers : cover,
    };
  }
  return pieces;
}

function cover(text: string): string {
  return text.replace(/[^\r\n]/g, DOT);
}

function coverCardNumber(text: string): string {
  const total = text.match(/[\d*•]/g)?.length ?? 0;
  if (total < SHORTEST_CARD_NUMBER || /[^\d*• .-]/.test(text)) return cover(text);
  let seen = 0;
  return text.replace(/[\d*•]/g, (character) => {
    seen += 1;
    return seen <= SHOWN_DIGITS || seen > total - SHOWN_DIGITS ? character : DOT;
  });
}

/** Masks the names in a JSON Pointer one by one: `/` and `~` inside them are escaped, and would hide what they are. */
export function maskPointer(pointer: string, hide = maskText): string {
  return pointerOf(pointerSegments(pointer).map((segment) => hide(segment)));
}
