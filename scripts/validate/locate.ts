import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';

/** A position in a text, counted from 1; columns count UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds where pointers lead in a JSON text. The tree is built on the first question only: files without findings
 * never pay for it.
 */
export function createLocator(text: string): (pointer: string, place: 'key' | 'value') => Position {
  let tree: Node | undefined;
  return (pointer, place) => {
    tree ??= parseTree(text);
    const node = tree && nearestNode(tree, pointer);
    const keyNode = node?.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    return positionAt(text, (place === 'key' ? keyNode : node)?.offset ?? node?.offset ?? 0);
  };
}

/** Turns an offset into a line and a column. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

function nearestNode(tree: Node, pointer: string): Node {
  const segments = pointer.split('/').slice(1).map(unescapeSegment);
  for (let length = segments.length; length > 0; length -= 1) {
    const node = followSegments(tree, segments.slice(0, length));
    if (node !== undefined) return node;
  }
  return tree;
}

function followSegments(tree: Node, segments: readonly string[]): Node | undefined {
  return segments.reduce<Node | undefined>((node, segment) => {
    if (node === undefined) return undefined;
    return findNodeAtLocation(node, [node.type === 'array' ? Number(segment) : segment]);
  }, tree);
}

function unescapeSegment(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}
