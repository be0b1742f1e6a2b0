import { isMap, isScalar, isSeq, type Node } from 'yaml';

import { keyText, type YamlSurvey } from './yaml-survey.js';

/** How many times as many nodes as written a document may expand to, and the number that is always allowed. */
const [MOST_TIMES, ALWAYS] = [10, 10_000];

/** As deep as texts may nest: aliases can add to it. */
const MOST_LEVELS = 500;

interface Converted {
  readonly value: unknown;
  /** Nodes in it, each as often as an alias repeats it. */
  readonly size: number;
  readonly depth: number;
}

/**
 * The value of a YAML document; undefined where its aliases make it too large: a few lines of them can stand for gigabytes.
 * The target of an alias is converted once. All aliases have a target.
 */
export function yamlValue(root: Node, { targetOf }: YamlSurvey): { readonly value: unknown } | undefined {
  const known = new Map<unknown, Converted>();
  const convert = (node: unknown): Converted => {
    const target = targetOf(node);
    const converted = known.get(target) ?? convertNode(target, convert);
    known.set(target, converted);
    return converted;
  };
  const { value, size, depth } = convert(root);
  const isTooLarge = size > ALWAYS + MOST_TIMES * known.size || depth > MOST_LEVELS;
  return isTooLarge ? undefined : { value };
}

function convertNode(node: unknown, convert: (node: unknown) => Converted): Converted {
  if (isSeq(node)) {
    const items = node.items.map(convert);
    return composed(
      items.map(({ value }) => value),
      items,
    );
  }
  if (isMap(node)) {
    const members = node.items.map(({ key, value }) => [keyText(key), convert(value)] as const);
    // The last of several of one name stays, whatever its name is: `__proto__` is one too.
    const value = Object.fromEntries(members.map(([name, member]) => [name, member.value]));
    return composed(
      value,
      members.map(([, member]) => member),
    );
  }
  return { value: isScalar(node) ? node.value : null, size: 1, depth: 1 };
}

function composed(value: unknown, parts: readonly Converted[]): Converted {
  let [size, depth] = [1, 0];
  for (const part of parts) {
    size += part.size;
    depth = Math.max(depth, part.depth);
  }
  return { value, size, depth: depth + 1 };
}
