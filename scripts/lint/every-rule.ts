import type { NamelessRule, Rule } from './rule.js';
import * as rules from './rules.js';

/** Our own rules, in the order of their names: `amountIsNumber` has the ID `amount-is-number`. */
export const RULES: readonly Rule[] = Object.entries<NamelessRule>(rules).map(([name, rule]) => ({
  id: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  ...rule,
}));

/** Our rules that generated code depends on. Each is in `rules/` under its name. */
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
