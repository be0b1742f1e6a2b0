import { printable } from '../report/printable.js';
import { mask, maskText } from '../secrets/mask.js';
import type { Rewrite } from './rewrite.js';
import { applyEdits, type TextEdit } from '../source/text-edit.js';

// Lines around a change.
const CONTEXT = 2;

interface Hunk {
  readonly start: number;
  readonly end: number;
}

/**
 * Shows a rewrite as a unified diff in which everything secret is masked. What is put in is shown where it is made up;
 * else it comes from the document, and is masked as that is.
 */
export function unifiedDiff(rewrite: Rewrite, { isMadeUp }: { readonly isMadeUp: boolean }): string {
  const masked = mask(rewrite.before, rewrite.secrets);
  const shown = rewrite.edits.map((edit) => (isMadeUp ? edit : { ...edit, content: maskedContent(edit, rewrite) }));
  const shownBefore = linesOf(masked);
  const shownAfter = linesOf(applyEdits(masked, shown));
  const pairs = matchLines(linesOf(rewrite.before).texts, linesOf(rewrite.after).texts);
  const shownAs = printable(maskText(rewrite.shownAs));
  // Otherwise the name would end at the space.
  const name = shownAs.includes(' ') ? `${shownAs}\t` : shownAs;
  const lines = [`--- ${name}`, `+++ ${name}`];
  for (const { start, end } of hunksOf(pairs)) {
    const part = pairs.slice(start, end);
    lines.push(hunkHeader(part), ...part.flatMap((pair) => shownLines(pair, shownBefore, shownAfter)));
  }
  return `${lines.join('\n')}\n`;
}

function maskedContent({ offset, length, content }: TextEdit, { secrets }: Rewrite): string {
  const isSecret = secrets.some((span) => span.offset < offset + length && offset < span.offset + span.length);
  return isSecret ? content.replace(/[^\s"',]/g, '•') : maskText(content);
}

/** The lines of a text. A line break at the end ends the last one; without it, diffs say so below that line. */
interface Lines {
  readonly texts: readonly string[];
  readonly isEnded: boolean;
}

function linesOf(text: string): Lines {
  return { texts: text.replace(/\n$/, '').split('\n'), isEnded: text.endsWith('\n') };
}

/** A line of the one text and the line of the other it is or becomes. */
interface Pair {
  readonly before?: number;
  readonly after?: number;
  readonly isEqual: boolean;
}

/** Walks both texts; where they differ, a line taken out is found by what follows it. */
function matchLines(before: readonly string[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  let [left, right] = [0, 0];
  while (left < before.length || right < after.length) {
    const isEqual = before[left] === after[right];
    const isOut = !isEqual && before.length - left > after.length - right && before[left + 1] === after[right];
    if (isOut || right >= after.length) pairs.push({ before: left++, isEqual: false });
    else if (left >= before.length) pairs.push({ after: right++, isEqual: false });
    else pairs.push({ before: left++, after: right++, isEqual });
  }
  return pairs;
}

function hunksOf(pairs: readonly Pair[]): Hunk[] {
  const hunks: Hunk[] = [];
  pairs.forEach(({ isEqual }, index) => {
    if (isEqual) return;
    const [start, end] = [Math.max(0, index - CONTEXT), Math.min(pairs.length, index + CONTEXT + 1)];
    const last = hunks.at(-1);
    if (last !== undefined && start <= last.end) hunks[hunks.length - 1] = { start: last.start, end };
    else hunks.push({ start, end });
  });
  return hunks;
}

function hunkHeader(part: readonly Pair[]): string {
  const range = (side: 'before' | 'after'): string => {
    const lines = part.flatMap((pair) => pair[side] ?? []);
    return `${(lines[0] ?? -1) + 1},${lines.length}`;
  };
  return `@@ -${range('before')} +${range('after')} @@`;
}

function shownLines({ before, after, isEqual }: Pair, was: Lines, becomes: Lines): string[] {
  if (isEqual) return shownLine(' ', was, before);
  return [...shownLine('-', was, before), ...shownLine('+', becomes, after)];
}

function shownLine(sign: string, { texts, isEnded }: Lines, index: number | undefined): string[] {
  if (index === undefined) return [];
  const text = texts[index] ?? '';
  // Tabs and the carriage return of CRLF belong to the line: without them no tool could apply the diff.
  const [line, end] = text.endsWith('\r') ? [text.slice(0, -1), '\r'] : [text, ''];
  const shown = `${sign}${line.split('\t').map(printable).join('\t')}${end}`;
  return isEnded || index < texts.length - 1 ? [shown] : [shown, '\\ No newline at end of file'];
}
