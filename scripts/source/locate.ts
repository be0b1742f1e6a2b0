import { parseTree, type Node } from 'jsonc-parser';

import type { Position, SourceDocument, Span } from './document.js';
import { pointerSegments } from '../json/pointer.js';

/** Says where things are in a text. */
export type Locator = Pick<SourceDocument, 'locate' | 'spanOf'>;

/** What a parser must know for a {@link Locator}: where a pointer leads, or its nearest parent. */
export interface Found extends Span {
  /** Whether it is the value at the pointer, not a parent of it. */
  readonly isExact: boolean;
}

/** Makes a locator from a search in a text that begins at a line of its file. */
export function locatorOf(
  text: string,
  firstLine: number,
  search: (segments: readonly string[], place: 'key' | 'value') => Found,
): Locator {
  const positionOf = createPositions(text, firstLine);
  return {
    locate: (pointer, place) => {
      const { offset, length, isExact } = search(pointerSegments(pointer), place);
      if (!isExact) return positionOf(offset);
      const lineEnd = text.indexOf('\n', offset);
      const shown = lineEnd === -1 ? length : Math.min(length, lineEnd - offset);
      return { ...positionOf(offset), length: shown };
    },
    spanOf: (pointer, place) => {
      const { offset, length, isExact } = search(pointerSegments(pointer), place);
      return isExact ? { offset, length } : undefined;
    },
  };
}

/**
 * Finds where pointers lead in a JSON text. The tree is built on the first question only: files without findings
 * never pay for it.
 */
export function createLocator(text: string, firstLine = 1): Locator {
  let tree: Node | undefined;
  return locatorOf(text, firstLine, (segments, place) => {
    tree ??= parseTree(text);
    return tree === undefined ? { offset: 0, length: 0, isExact: false } : follow(tree, segments, place);
  });
}

/** Turns an offset into a line and a column. */
export function positionAt(text: string, offset: number, firstLine = 1): Position {
  return createPositions(text, firstLine)(offset);
}

/**
 * Turns offsets into lines and columns. Lines are counted once for all questions: a large file may have thousands of
 * findings.
 */
export function createPositions(text: string, firstLine: number): (offset: number) => Position {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const index = lastNotAfter(starts, offset);
    return { line: firstLine + index, column: offset - (starts[index] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

function lastNotAfter(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function follow(tree: Node, segments: readonly string[], place: 'key' | 'value'): Found {
  let node = tree;
  for (const segment of segments) {
    const child = childOf(node, segment);
    if (child === undefined) return { offset: node.offset, length: node.length, isExact: false };
    node = child;
  }
  const key = place === 'key' && node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  const { offset, length } = key ?? node;
  return { offset, length, isExact: true };
}

function childOf({ type, children = [] }: Node, segment: string): Node | undefined {
  if (type === 'array') return /^(0|[1-9]\d*)$/.test(segment) ? children[Number(segment)] : undefined;
  if (type !== 'object') return undefined;
  // The last of several: it is the one that JSON.parse keeps.
  return children.findLast((property) => property.children?.[0]?.value === segment)?.children?.[1];
}
