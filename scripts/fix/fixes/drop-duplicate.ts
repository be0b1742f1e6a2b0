import { pointerSegments } from '../../json/pointer.js';
import { readTree, type JsonNode } from '../../source/json-tree.js';
import type { TextEdit } from '../../source/text-edit.js';
import type { Fix } from './fix.js';

/** Of properties of one name with the same value, written the same, the last stays: it is the one that is read. */
export const dropDuplicate: Fix<object> = (_values, { document: { text, syntax }, pointer }) => {
  const tree = syntax === 'yaml' ? undefined : readTree(text);
  const segments = pointerSegments(pointer);
  const name = segments.pop();
  const object = segments.reduce(childOf, tree);
  const twins = (object?.children ?? []).filter(({ key }) => key?.name === name);
  const written = ({ offset, length }: JsonNode): string => text.slice(offset, offset + length);
  const last = twins.at(-1);
  if (object?.kind !== 'object' || last === undefined || twins.some((twin) => written(twin) !== written(last)))
    return [];
  return twins.slice(0, -1).map((twin) => removalOf(twin, text));
};

function childOf(node: JsonNode | undefined, segment: string): JsonNode | undefined {
  if (node?.kind === 'array') return node.children[Number(segment)];
  return node?.children.findLast(({ key }) => key?.name === segment);
}

/** From the property to the next one: its comma and the whitespace behind it go as well. */
function removalOf({ key, offset, length }: JsonNode, text: string): TextEdit {
  const [start, end] = [key?.offset ?? offset, offset + length];
  const comma = /^\s*,[ \t]*(\r?\n[ \t]*)?/.exec(text.slice(end))?.[0] ?? '';
  return { offset: start, length: end - start + comma.length, content: '' };
}
