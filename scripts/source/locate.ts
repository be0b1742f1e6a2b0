import type { Position, SourceDocument } from './document.js';
import { readTree, type JsonNode } from './json-tree.js';
import { pointerSegments } from '../json/pointer.js';
import type { Span } from './span.js';

/** Says where things are in a text. */
export type Locator = Pick<SourceDocument, 'locate' | 'spanOf' | 'tree'>;

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
  let read: { readonly tree: JsonNode | undefined } | undefined;
  const tree = (): JsonNode | undefined => (read ??= { tree: readTree(text) }).tree;
  const childOf = createMembers();
  const search = (segments: readonly string[], place: 'key' | 'value'): Found => {
    let node = tree();
    if (node === undefined) return { offset: 0, length: 0, isExact: false };
    for (const segment of segments) {
      const child = childOf(node, segment);
      if (child === undefined) return { offset: node.offset, length: node.length, isExact: false };
      node = child;
    }
    const { offset, length } = (place === 'key' ? node.key : undefined) ?? node;
    return { offset, length, isExact: true };
  };
  return { ...locatorOf(text, firstLine, search), tree };
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

/** Finds items and properties; those of an object are listed once, however many of them are asked for. */
function createMembers(): (node: JsonNode, segment: string) => JsonNode | undefined {
  const known = new Map<JsonNode, ReadonlyMap<string, JsonNode>>();
  return (node, segment) => {
    if (node.kind === 'array') return /^(0|[1-9]\d*)$/.test(segment) ? node.children[Number(segment)] : undefined;
    // The last of several of one name stays: it is the one that JSON.parse keeps.
    const members = known.get(node) ?? new Map(node.children.map((child) => [child.key?.name ?? '', child]));
    known.set(node, members);
    return members.get(segment);
  };
}
