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
  const pairs = matchLines(linesOf(rewrite.before), linesOf(rewrite.after));
  const name = printable(maskText(rewrite.shownAs));
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

/** A line break at the end ends the last line; it begins no other. */
function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
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

function shownLines({ before, after, isEqual }: Pair, was: readonly string[], becomes: readonly string[]): string[] {
  // The carriage return of CRLF belongs to the line: without it no tool could apply the diff.
  const line = (sign: string, text = ''): string =>
    text.endsWith('\r') ? `${sign}${printable(text.slice(0, -1))}\r` : sign + printable(text);
  if (isEqual) return [line(' ', was[before ?? 0])];
  return [
    ...(before === undefined ? [] : [line('-', was[before])]),
    ...(after === undefined ? [] : [line('+', becomes[after])]),
  ];
}
