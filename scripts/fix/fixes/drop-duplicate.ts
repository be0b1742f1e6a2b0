import { parseTree, type Node } from 'jsonc-parser';

import { pointerSegments } from '../../json/pointer.js';
import type { TextEdit } from '../../source/text-edit.js';
import type { Fix } from './fix.js';

/** Of properties of one name with the same value, written the same, the last stays: it is the one that is read. */
export const dropDuplicate: Fix<object> = (_values, { document: { text, syntax }, pointer }) => {
  const tree = syntax === 'yaml' ? undefined : parseTree(text);
  const segments = pointerSegments(pointer);
  const name = segments.pop();
  const object = tree && segments.reduce<Node | undefined>(childOf, tree);
  const twins = (object?.children ?? []).filter(({ children: [key] = [] }) => key?.value === name);
  const last = twins.at(-1);
  const written = ({ children: [, value] = [] }: Node): string =>
    value === undefined ? '' : text.slice(value.offset, value.offset + value.length);
  if (object?.type !== 'object' || last === undefined || twins.some((twin) => written(twin) !== written(last)))
    return [];
  return twins.slice(0, -1).map((twin) => removalOf(twin, text));
};

function childOf(node: Node | undefined, segment: string): Node | undefined {
  if (node?.type === 'array') return node.children?.[Number(segment)];
  return node?.children?.findLast(({ children: [key] = [] }) => key?.value === segment)?.children?.[1];
}

/** From the property to the next one: its comma and the whitespace behind it go as well. */
function removalOf({ offset, length }: Node, text: string): TextEdit {
  const comma = /^\s*,[ \t]*(\r?\n[ \t]*)?/.exec(text.slice(offset + length))?.[0] ?? '';
  return { offset, length: length + comma.length, content: '' };
}
