import { createConfig, type Config } from '@redocly/openapi-core';

import type { RuleLevel } from '../config/config.js';
import { RULESETS, type Ruleset } from '../config/ruleset.js';
import { pointerSegments } from '../json/pointer.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { REDOCLY_ENTRIES } from '../messages/redocly.js';
import type { LoadedSpec } from '../openapi/loaded-spec.js';
import type { RuleLevels } from '../report/rule-levels.js';
import { GENERATE_RULES, RULES } from './every-rule.js';
import type { Rule } from './rule.js';
import { ruleSettings, rulesPlugin, type RuleRun } from './redocly-plugin.js';

/** What a run of lint checks: a ruleset, or only what generated code depends on. */
export type RuleChoice = Ruleset | 'generate';

/**
 * Rules of Redocly for requirements of OpenAPI itself. Those with `warn` are in the text of the specification only: its JSON
 * Schema cannot check them, and documents of the official test suite break them.
 */
const OPENAPI_RULES: Readonly<Record<string, RuleLevel>> = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'no-example-value-and-externalValue': 'error',
  'no-identical-paths': 'error',
  'operation-operationId-unique': 'error',
  'operation-parameters-unique': 'error',
  'path-declaration-must-exist': 'error',
  'path-parameters-defined': 'warn',
  'security-defined': 'warn',
  'spec-components-invalid-map-name': 'error',
};

// In OpenAPI 3.0 an empty enum is a "SHOULD NOT", and a default outside the enum is not mentioned.
const OPENAPI_3_1_RULES: Readonly<Record<string, RuleLevel>> = { 'no-server-variables-empty-enum': 'error' };

const GENERATE_LEVELS: Readonly<Record<string, RuleLevel>> = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'path-parameters-defined': 'error',
  'operation-operationId': 'warn',
  'operation-operationId-unique': 'error',
  'operation-parameters-unique': 'error',
};

const SETS: ReadonlyMap<string, Ruleset> = new Map(RULES.map(({ id, set }) => [id, set]));

/** Redocly's configuration for a set of rules; `levels` switch rules on or off one by one. */
export function configOf(choice: RuleChoice, run: RuleRun, levels: RuleLevels): Promise<Config> {
  const plugins = [rulesPlugin(run)];
  const settings = ruleSettings((rule) => isIn(choice, rule), levels);
  switch (choice) {
    case 'generate':
      return createConfig({ plugins, rules: { ...GENERATE_LEVELS, ...settings } });
    case 'structure':
      return createConfig({ plugins, rules: { ...OPENAPI_RULES, ...settings }, oas3_1Rules: { ...OPENAPI_3_1_RULES } });
    case 'recommended':
    case 'iamport':
      // paths-unambiguous says the same, and knows patterns.
      return createConfig({ extends: ['recommended'], plugins, rules: { 'no-ambiguous-paths': 'off', ...settings } });
  }
}

function isIn(choice: RuleChoice, { id, set }: Rule): boolean {
  if (choice === 'generate') return GENERATE_RULES.includes(id);
  return RULESETS.indexOf(set) <= RULESETS.indexOf(choice);
}

/** How findings are weighed. */
export interface Weighing {
  readonly choice: RuleChoice;
  readonly version: LoadedSpec['version'];
  /** Levels of single rules, which override the ruleset. */
  readonly levels: RuleLevels;
}

/** Findings with their severity in a ruleset, without those that do not belong to it. */
export function weigh(found: readonly Diagnostic[], { choice, version, levels }: Weighing): Diagnostic[] {
  if (choice === 'iamport' || choice === 'generate') return [...found];
  return found.flatMap((finding) => {
    const { code } = finding;
    if (levels.has(code) || isDemanded(finding, version)) return [finding];
    if (choice === 'structure' || SETS.get(code) === 'iamport') return [];
    return GENERATE_RULES.includes(code) ? [finding] : [{ ...finding, severity: 'warning' }];
  });
}

/** Whether a finding breaks OpenAPI or the Overlay Specification itself. */
function isDemanded({ code, at, values }: Diagnostic, version: LoadedSpec['version']): boolean {
  // The rule also requires security on every operation. OpenAPI does not.
  if (code === 'security-defined') return pointerSegments(at.pointer).at(-3) === 'security';
  // Both are legal: a target without a match, and an action without an effect.
  if (code === 'overlay-target-exists') return values?.problem !== 'nothing';
  if (code === 'overlay-action-does-something') return false;
  if (code in OPENAPI_RULES || SETS.get(code) === 'structure') return true;
  if (code in OPENAPI_3_1_RULES) return version === '3.1';
  return !SETS.has(code) && !(code in REDOCLY_ENTRIES);
}
