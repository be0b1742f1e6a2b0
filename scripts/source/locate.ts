import type { Position, SourceDocument } from './document.js';
import { readTree, type JsonNode } from './json-tree.js';
import { memoize } from '../json/memoize.js';
import { pointerSegments } from '../json/pointer.js';
import type { Span } from './span.js';

/** Says where things are in a text. */
export type Locator = Pick<SourceDocument, 'locate' | 'spanOf' | 'tree'>;

/**
 * Finds where pointers lead in a text, by its tree. All of it is made on the first question only: files without findings
 * never pay for it.
 */
export function createLocator(text: string, firstLine = 1, build = readTree): Required<Locator> {
  let made: Required<Locator> | undefined;
  const locator = (): Required<Locator> => (made ??= openLocator(text, firstLine, build));
  return {
    locate: (pointer, place) => locator().locate(pointer, place),
    spanOf: (pointer, place) => locator().spanOf(pointer, place),
    tree: () => locator().tree(),
  };
}

function openLocator(text: string, firstLine: number, build: typeof readTree): Required<Locator> {
  let read: { readonly tree: JsonNode | undefined } | undefined;
  const tree = (): JsonNode | undefined => (read ??= { tree: build(text) }).tree;
  const positionOf = createPositions(text, firstLine);
  const childOf = createMembers();
  const search = (pointer: string, place: 'key' | 'value'): Span & { readonly isExact: boolean } => {
    let node = tree();
    if (node === undefined) return { offset: 0, length: 0, isExact: false };
    for (const segment of pointerSegments(pointer)) {
      const child = childOf(node, segment);
      if (child === undefined) return { offset: node.offset, length: node.length, isExact: false };
      node = child;
    }
    const { offset, length } = (place === 'key' ? node.key : undefined) ?? node;
    return { offset, length, isExact: true };
  };
  return {
    locate: (pointer, place) => {
      const { offset, length, isExact } = search(pointer, place);
      const position = positionOf(offset);
      // A text of one long line must not be searched for its end again and again.
      return isExact ? { ...position, length: Math.min(length, positionOf.endOfLine(offset) - offset) } : position;
    },
    spanOf: (pointer, place) => {
      const { offset, length, isExact } = search(pointer, place);
      return isExact ? { offset, length } : undefined;
    },
    tree,
  };
}

/** Turns an offset into a line and a column. */
export function positionAt(text: string, offset: number, firstLine = 1): Position {
  return createPositions(text, firstLine)(offset);
}

/** Turns offsets into lines and columns. */
export interface Positions {
  (offset: number): Position;
  /** Where the line ends that an offset is in. */
  readonly endOfLine: (offset: number) => number;
}

/** Counts the lines of a text once for all questions: a large file may have thousands of findings. */
export function createPositions(text: string, firstLine: number): Positions {
  let starts: readonly number[] | undefined;
  const lineOf = (offset: number): readonly [index: number, starts: readonly number[]] => {
    starts ??= lineStarts(text);
    return [lastNotAfter(starts, offset), starts];
  };
  const positionOf = (offset: number): Position => {
    const [index, known] = lineOf(offset);
    return { line: firstLine + index, column: offset - (known[index] ?? 0) + 1 };
  };
  const endOfLine = (offset: number): number => {
    const [index, known] = lineOf(offset);
    return (known[index + 1] ?? text.length + 1) - 1;
  };
  return Object.assign(positionOf, { endOfLine });
}

/** Offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
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

/** Finds items and properties; those of an object are listed once, however often they are looked up. */
function createMembers(): (node: JsonNode, segment: string) => JsonNode | undefined {
  // The last of several of one name stays: it is the one that JSON.parse keeps.
  const membersOf = memoize(
    (node: JsonNode): ReadonlyMap<string, JsonNode> =>
      new Map(node.children.map((child) => [child.key?.name ?? '', child])),
  );
  return (node, segment) => {
    if (node.kind === 'array') return /^(0|[1-9]\d*)$/.test(segment) ? node.children[Number(segment)] : undefined;
    return membersOf(node).get(segment);
  };
}
