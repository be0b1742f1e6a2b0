import type { Excerpt, Location } from '../messages/diagnostic.js';
import type { SourceDocument } from '../source/document.js';
import { lineStarts } from '../source/locate.js';
import { maskText, type MaskedSpan } from '../secrets/mask.js';

/** Lines shown before and after the one with the finding. */
const CONTEXT = 1;
/** Maximum length of a line that is shown whole. */
const WHOLE = 160;
/** Columns shown of longer lines, a third of them before the finding. */
const WINDOW = 120;
/** How far around a cut line to search for secrets, so that part of one is recognised. */
const MARGIN = 2048;

/** The parts of a document that excerpts need. */
export type ExcerptSource = Pick<SourceDocument, 'text' | 'firstLine'>;

/** Gives the masked lines around a place; undefined for a place outside the text. */
export type Excerpter = (at: Location) => Excerpt | undefined;

/** Gives the spans to mask between two offsets of a text. They may extend beyond the offsets. */
export type SpansIn = (from: number, to: number) => readonly MaskedSpan[];

/**
 * Prepares the excerpts of one document. `spansIn` gives the spans that the schema marks as sensitive, as offsets; values
 * that look secret are found here.
 */
export function excerptsOf({ text, firstLine }: ExcerptSource, spansIn: SpansIn): Excerpter {
  let starts: readonly number[] | undefined;
  return (at) => {
    starts ??= lineStarts(text);
    const wanted = at.line - firstLine;
    if (starts[wanted] === undefined) return undefined;
    const from = Math.max(0, wanted - CONTEXT);
    const lines = starts.slice(from, wanted + CONTEXT + 1).map((start, index): [number, number] => {
      const end = starts?.[from + index + 1] ?? text.length + 1;
      return [start, text[end - 2] === '\r' ? end - 2 : end - 1];
    });
    while (lines.length > 1 && isBlank(text, lines.at(-1))) lines.pop();
    const isLong = lines.some(([start, end]) => end - start > WHOLE);
    const firstColumn = isLong ? Math.max(1, at.column - WINDOW / 3) : 1;
    return {
      firstLine: firstLine + from,
      ...(firstColumn > 1 && { firstColumn }),
      lines: lines.map((line) => cut(text, line, { spansIn, skip: firstColumn - 1, width: isLong ? WINDOW : WHOLE })),
    };
  };
}

interface Cut {
  readonly spansIn: SpansIn;
  readonly skip: number;
  readonly width: number;
}

function cut(text: string, [start, end]: readonly [number, number], { spansIn, skip, width }: Cut): string {
  const shownFrom = Math.min(start + skip, end);
  const shownTo = Math.min(shownFrom + width, end);
  const from = Math.max(0, shownFrom - MARGIN);
  const to = Math.min(text.length, shownTo + MARGIN);
  const hidden = spansIn(from, to).flatMap(({ offset, length, kind }): MaskedSpan[] => {
    const [first, last] = [Math.max(offset, from), Math.min(offset + length, to)];
    // A mask may leave some digits of a whole value, but a part does not show which.
    const isWhole = kind !== undefined && last - first === length;
    return first < last ? [{ offset: first - from, length: last - first, ...(isWhole && { kind }) }] : [];
  });
  const shown = maskText(text.slice(from, to), hidden).slice(shownFrom - from, shownTo - from);
  const head = skip > 0 && shown !== '' ? `…${shown.slice(1)}` : shown;
  return shownTo < end ? `${head.slice(0, -1)}…` : head;
}

function isBlank(text: string, line: readonly [number, number] | undefined): boolean {
  return line !== undefined && text.slice(line[0], Math.min(line[1], line[0] + WHOLE)).trim() === '';
}
