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

/** What a run of lint checks: a set for people, or what generated code depends on. */
export type RuleChoice = Ruleset | 'generate';

/**
 * The rules of Redocly that OpenAPI itself demands. Its JSON Schema cannot see what is `warn` here, and documents of the
 * official test suite break it.
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

// OpenAPI 3.0 says "SHOULD NOT" of an empty enum, and nothing of a default outside of it.
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
  /** What the caller has said about single rules counts before what the set says. */
  readonly levels: RuleLevels;
}

/** Findings with the severity that they have in a set of rules; those that do not belong to it are left out. */
export function weigh(found: readonly Diagnostic[], { choice, version, levels }: Weighing): Diagnostic[] {
  if (choice === 'iamport' || choice === 'generate') return [...found];
  return found.flatMap((finding) => {
    const { code } = finding;
    if (levels.has(code) || isDemanded(finding, version)) return [finding];
    if (choice === 'structure' || SETS.get(code) === 'iamport') return [];
    return GENERATE_RULES.includes(code) ? [finding] : [{ ...finding, severity: 'warning' }];
  });
}

/** Tells whether a finding breaks OpenAPI or Overlay itself. */
function isDemanded({ code, at, values }: Diagnostic, version: LoadedSpec['version']): boolean {
  // The rule also wants a requirement on every operation, which OpenAPI does not.
  if (code === 'security-defined') return pointerSegments(at.pointer).at(-3) === 'security';
  // A target without a match changes nothing, and an action may do nothing at all.
  if (code === 'overlay-target-exists') return values?.problem !== 'nothing';
  if (code === 'overlay-action-does-something') return false;
  if (code in OPENAPI_RULES || SETS.get(code) === 'structure') return true;
  if (code in OPENAPI_3_1_RULES) return version === '3.1';
  return !SETS.has(code) && !(code in REDOCLY_ENTRIES);
}
