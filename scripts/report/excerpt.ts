import type { Excerpt, Location } from '../messages/diagnostic.js';
import type { SourceDocument } from '../source/document.js';
import { lineStarts } from '../source/locate.js';
import { masked, type MaskedSpan } from '../secrets/mask.js';

/** Lines shown before and after the one with the finding. */
const CONTEXT = 1;
/** Longest line that is shown whole. */
const WHOLE = 160;
/** Columns shown of longer lines, a third of them before the finding. */
const WINDOW = 120;
/** How far around a cut line secrets are looked for, so that the rest of one is known as such. */
const MARGIN = 2048;

/** What is needed of a document to show a part of it. */
export type ExcerptSource = Pick<SourceDocument, 'text' | 'firstLine'>;

/** Shows the lines around a place, masked. Nothing for a place outside the text. */
export type Excerpter = (at: Location) => Excerpt | undefined;

/** Gives the spans between two offsets of a text that are to be masked; they may reach beyond them. */
export type SpansIn = (from: number, to: number) => readonly MaskedSpan[];

/**
 * Prepares the excerpts of one document. `spansIn` gives what the schema calls sensitive, as offsets into its text; what
 * looks secret is found here.
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
    // Of a part nobody can tell which digits a mask may leave.
    const isWhole = kind !== undefined && last - first === length;
    return first < last ? [{ offset: first - from, length: last - first, ...(isWhole && { kind }) }] : [];
  });
  const shown = masked(text.slice(from, to), hidden).slice(shownFrom - from, shownTo - from);
  const head = skip > 0 && shown !== '' ? `…${shown.slice(1)}` : shown;
  return shownTo < end ? `${head.slice(0, -1)}…` : head;
}

function isBlank(text: string, line: readonly [number, number] | undefined): boolean {
  return line !== undefined && text.slice(line[0], Math.min(line[1], line[0] + WHOLE)).trim() === '';
}
