import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';

import { childPointer } from '../json/pointer.js';
import type { JsonKey, JsonNode } from './json-tree.js';
import type { Span } from './span.js';

/** The result of one walk through a YAML document, so that no second one is needed. Offsets count from its beginning. */
export interface YamlReading {
  readonly value: unknown;
  /** What aliases stand for is shared. */
  readonly tree: JsonNode;
  /** Keys that their map has already, in the order of the text. */
  readonly duplicates: readonly { readonly offset: number; readonly pointer: string }[];
  /** Why the document cannot be used; undefined for most. */
  readonly problem: AliasProblem | undefined;
}

/** An alias without a target; or aliases that contain themselves, or stand for too much. */
interface AliasProblem {
  readonly kind: 'alias' | 'aliases';
  readonly offset: number;
}

/** How many times as many nodes as written a document may expand to, and the number that is always allowed. */
const [MOST_TIMES, ALWAYS] = [10, 10_000];

/** As deep as texts may nest: aliases can add to it. */
const MOST_LEVELS = 500;

/** A node without its place: an alias has all of it in common with its target. */
interface Part extends Pick<JsonNode, 'kind' | 'children'> {
  readonly value: unknown;
  /** Nodes in it, each as often as an alias repeats it, and as often as it is written. */
  readonly size: number;
  readonly written: number;
  readonly depth: number;
}

interface Walk {
  readonly start: number;
  readonly duplicates: { readonly offset: number; readonly pointer: string }[];
  readonly problems: AliasProblem[];
  /** The latest node of each anchor; without its part until it ends. */
  readonly anchors: Map<string, { part?: Part }>;
}

/**
 * Reads a YAML document that begins at `start` of the text that was parsed. A few lines of aliases can stand for
 * gigabytes: their targets are read once. Documents nest a few hundred levels at most.
 */
export function readYaml(root: Node, start: number): YamlReading {
  const walk: Walk = { start, duplicates: [], problems: [], anchors: new Map() };
  const part = read(root, '', walk);
  const isTooLarge = part.size > ALWAYS + MOST_TIMES * part.written || part.depth > MOST_LEVELS;
  const [problem = isTooLarge ? ({ kind: 'aliases', offset: 0 } as const) : undefined] = walk.problems;
  return { value: part.value, tree: nodeOf(part, spanOf(root, walk)), duplicates: walk.duplicates, problem };
}

function read(node: unknown, pointer: string, walk: Walk): Part {
  if (isAlias(node)) {
    const anchored = walk.anchors.get(node.source);
    if (anchored?.part !== undefined) return { ...anchored.part, written: 0 };
    walk.problems.push({ kind: anchored === undefined ? 'alias' : 'aliases', offset: spanOf(node, walk).offset });
    return scalar(null);
  }
  const anchored: { part?: Part } = {};
  if (isNode(node) && node.anchor !== undefined) walk.anchors.set(node.anchor, anchored);
  const part = isMap(node)
    ? readMap(node, pointer, walk)
    : isSeq(node)
      ? readItems(node.items, pointer, walk)
      : scalar(node);
  anchored.part = part;
  return part;
}

function scalar(node: unknown): Part {
  return { kind: 'scalar', children: [], value: isScalar(node) ? node.value : null, size: 1, written: 1, depth: 1 };
}

function readItems(items: readonly unknown[], pointer: string, walk: Walk): Part {
  const parts = items.map((item, index) => read(item, childPointer(pointer, index), walk));
  const children = parts.map((part, index) => nodeOf(part, spanOf(items[index], walk)));
  return { kind: 'array', children, value: parts.map(({ value }) => value), ...extentOf(parts) };
}

function readMap({ items }: YAMLMap, pointer: string, walk: Walk): Part {
  const seen = new Set<unknown>();
  const members = items.map(({ key, value }) => {
    const name = keyText(key);
    const inner = childPointer(pointer, name);
    // `1` and `"1"` are two keys of YAML.
    if (isScalar(key) && seen.has(key.value))
      walk.duplicates.push({ offset: spanOf(key, walk).offset, pointer: inner });
    if (isScalar(key)) seen.add(key.value);
    // It may have anchors and aliases too.
    read(key, inner, walk);
    const part = read(value, inner, walk);
    // `key:` without a value has none to point at.
    const node = nodeOf(part, spanOf(value ?? key, walk), isNode(key) ? { name, ...spanOf(key, walk) } : undefined);
    return { name, part, node };
  });
  return {
    kind: 'object',
    // Backwards, so that the first of several of one name is found.
    children: members.map(({ node }) => node).reverse(),
    // The last of several of one name stays, whatever its name is: `__proto__` is one too.
    value: Object.fromEntries(members.map(({ name, part }) => [name, part.value])),
    ...extentOf(members.map(({ part }) => part)),
  };
}

/** How a key reads as a name; `''` for one that is left out. */
function keyText(key: unknown): string {
  if (!isScalar(key)) return isNode(key) ? key.toString() : '';
  return typeof key.value === 'string' ? key.value : JSON.stringify(key.value ?? '').replaceAll('"', '');
}

function extentOf(parts: readonly Part[]): Pick<Part, 'size' | 'written' | 'depth'> {
  let [size, written, depth] = [1, 1, 0];
  for (const part of parts) {
    size += part.size;
    written += part.written;
    depth = Math.max(depth, part.depth);
  }
  return { size, written, depth: depth + 1 };
}

function spanOf(node: unknown, { start }: Walk): Span {
  const [from, to] = (isNode(node) ? node.range : undefined) ?? [start, start];
  return { offset: from - start, length: to - from };
}

function nodeOf({ kind, children, value }: Part, span: Span, key?: JsonKey): JsonNode {
  return { kind, ...span, key, children, ...(kind === 'scalar' && { value }) };
}
