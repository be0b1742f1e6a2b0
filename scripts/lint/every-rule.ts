import type { Rule } from './rule.js';
import * as rules from './rules.js';

/** Our own rules, in the order of their names. */
export const RULES: readonly Rule[] = Object.values(rules);

/** Our rules that generated code depends on. */
export const GENERATE_RULES: readonly string[] = [
  'beside-reference-is-schema',
  'enum-has-members',
  'example-file-is-json',
  'keyword-is-known',
  'no-dynamic-reference',
  'pattern-compiles',
  'reference-is-pointer',
  'resource-method-unique',
  'schema-is-more-than-itself',
];
