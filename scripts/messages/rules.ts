import type { Entries } from './entry.js';
import { BODY_RULES, type BodyRuleFacts } from './rules-bodies.js';
import { OPERATION_RULES, type OperationRuleFacts } from './rules-operations.js';
import { REFERENCE_RULES, type ReferenceRuleFacts } from './rules-references.js';
import { SCHEMA_RULES, type SchemaRuleFacts } from './rules-schemas.js';

/** The values of each rule's findings. None is named like a subject of `fingerprintOf`: baselines would not match any more. */
export interface RuleFacts extends BodyRuleFacts, OperationRuleFacts, ReferenceRuleFacts, SchemaRuleFacts {}

/** The ID of a rule, which is the code of its findings. */
export type RuleId = keyof RuleFacts;

/** The texts of lint's own rules. Redocly's rules have theirs in `redocly.ts`. */
export const RULE_ENTRIES: Entries<RuleFacts> = {
  ...BODY_RULES,
  ...OPERATION_RULES,
  ...REFERENCE_RULES,
  ...SCHEMA_RULES,
};
