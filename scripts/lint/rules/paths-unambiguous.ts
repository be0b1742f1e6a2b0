import type { PathItem } from '../../openapi/document.js';
import { METHODS } from '../../openapi/walk-operations.js';
import { isUnicodeRegExp } from '../../json/pattern.js';
import { isObject } from '../../json/schema.js';
import { defineRule, type Place } from '../rule.js';

interface Segment {
  readonly text: string;
  readonly isTemplate: boolean;
  /** The pattern of the parameter's values. */
  readonly pattern?: RegExp;
}

// Replaces Redocly's no-ambiguous-paths, which ignores patterns: the provider's `/payments/{imp_uid}/balance` and
// `/payments/status/{payment_status}` are distinguished by the pattern of imp_uid.
export const pathsUnambiguous = defineRule('paths-unambiguous', {
  on: 'paths',
  set: 'recommended',
  check(paths, at) {
    const parsed = Object.entries(paths).map(([path, item]) => ({ path, segments: parse(path, item, at) }));
    return parsed.flatMap((later, index) => {
      const earlier = parsed.slice(0, index).find(({ segments }) => overlap(segments, later.segments));
      if (earlier === undefined) return [];
      return [{ at: at.child(later.path).key(), values: { one: later.path, other: earlier.path } }];
    });
  },
});

function parse(path: string, item: PathItem, at: Place): Segment[] {
  const patterns = pathPatterns(item, at);
  return path.split('/').map((text): Segment => {
    const name = /^\{(.+)\}$/.exec(text)?.[1];
    const pattern = patterns.get(name ?? '');
    return { text, isTemplate: name !== undefined, ...(pattern !== undefined && { pattern }) };
  });
}

function pathPatterns(item: PathItem, at: Place): Map<string, RegExp> {
  const resolved = at.resolve(item);
  if (resolved === undefined) return new Map();
  const operations = METHODS.map((method) => resolved.node[method]).filter(isObject);
  const own = operations.flatMap(({ parameters }): unknown[] => (Array.isArray(parameters) ? parameters : []));
  const parameters = [...own, ...(resolved.node.parameters ?? [])];
  const patterns = parameters.flatMap((parameter: unknown): [string, RegExp][] => {
    const node = at.resolve(parameter, resolved.at.file)?.node;
    const pattern = isObject(node) && node.in === 'path' && isObject(node.schema) ? node.schema.pattern : undefined;
    if (!isObject(node) || typeof pattern !== 'string' || !isUnicodeRegExp(pattern)) return [];
    return [[String(node.name), new RegExp(pattern, 'u')]];
  });
  return new Map(patterns);
}

/**
 * A fixed segment does not conflict with a template that matches it, because the fixed one wins. Two paths conflict
 * when each has a template where the other is fixed, or when both have templates in the same segments.
 */
function overlap(a: readonly Segment[], b: readonly Segment[]): boolean {
  if (a.length !== b.length || !a.every((segment, index) => canMeet(segment, b[index]))) return false;
  const isWider = (one: readonly Segment[], other: readonly Segment[]): boolean =>
    one.some(({ isTemplate }, index) => isTemplate && other[index]?.isTemplate === false);
  return isWider(a, b) === isWider(b, a);
}

function canMeet(a: Segment, b: Segment | undefined): boolean {
  if (b === undefined) return false;
  if (!a.isTemplate && !b.isTemplate) return a.text === b.text;
  const fixed = a.isTemplate ? b : a;
  const template = a.isTemplate ? a : b;
  return fixed.isTemplate || template.pattern === undefined || template.pattern.test(fixed.text);
}
