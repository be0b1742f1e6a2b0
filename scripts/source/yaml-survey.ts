import { isAlias, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';

import { childPointer } from '../json/pointer.js';

/** The result of one walk through a YAML document, so that no second one is needed. */
export interface YamlSurvey {
  /** Duplicate keys, in the order of the text. */
  readonly duplicates: readonly DuplicateKey[];
  /** The first alias without a target, or inside its own target. */
  readonly problem?: AliasProblem;
  /** The target of an alias; any other node itself. */
  readonly targetOf: (node: unknown) => unknown;
}

/** A duplicate key of a map. */
export interface DuplicateKey {
  /** Of the key, in the text that was parsed. */
  readonly offset: number;
  readonly pointer: string;
}

/** Why the aliases of a document cannot be resolved. */
export interface AliasProblem {
  readonly kind: 'alias' | 'aliases';
  readonly offset: number;
}

/** How a key reads as a name; `''` for one that is left out. */
export function keyText(key: unknown): string {
  if (!isScalar(key)) return isNode(key) ? key.toString() : '';
  return typeof key.value === 'string' ? key.value : JSON.stringify(key.value ?? '').replaceAll('"', '');
}

interface Survey {
  readonly duplicates: DuplicateKey[];
  readonly problems: AliasProblem[];
  /** The latest node of each anchor. */
  readonly anchors: Map<string, Node>;
  readonly targets: Map<unknown, Node>;
  /** Nodes that are not finished: an alias to one of them would contain itself. */
  readonly open: Set<unknown>;
}

/** Walks through a document in the order of its text. Documents nest a few hundred levels at most. */
export function surveyYaml(root: Node): YamlSurvey {
  const survey: Survey = { duplicates: [], problems: [], anchors: new Map(), targets: new Map(), open: new Set() };
  walk(root, '', survey);
  const {
    duplicates,
    targets,
    problems: [problem],
  } = survey;
  return { duplicates, ...(problem && { problem }), targetOf: (node) => targets.get(node) ?? node };
}

function walk(node: unknown, pointer: string, survey: Survey): void {
  if (!isNode(node)) return;
  if (isAlias(node)) {
    const target = survey.anchors.get(node.source);
    const offset = node.range?.[0] ?? 0;
    if (target === undefined) survey.problems.push({ kind: 'alias', offset });
    else if (survey.open.has(target)) survey.problems.push({ kind: 'aliases', offset });
    else survey.targets.set(node, target);
    return;
  }
  if (node.anchor !== undefined) survey.anchors.set(node.anchor, node);
  survey.open.add(node);
  if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, childPointer(pointer, index), survey);
  if (isMap(node)) walkPairs(node.items, pointer, survey);
  survey.open.delete(node);
}

interface YamlPair {
  readonly key: unknown;
  readonly value: unknown;
}

function walkPairs(pairs: readonly YamlPair[], pointer: string, survey: Survey): void {
  const seen = new Set<unknown>();
  for (const { key, value } of pairs) {
    const inner = childPointer(pointer, keyText(key));
    // `1` and `"1"` are two keys of YAML.
    const name = isScalar(key) ? key.value : undefined;
    if (isScalar(key) && seen.has(name)) survey.duplicates.push({ offset: key.range?.[0] ?? 0, pointer: inner });
    if (isScalar(key)) seen.add(name);
    walk(key, inner, survey);
    walk(value, inner, survey);
  }
}
