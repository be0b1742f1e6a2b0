import type { Diagnostic } from '../messages/diagnostic.js';
import type { RuleLevel } from './rule-level.js';

/** Codes whose severity in this run is not their own. */
export type RuleLevels = ReadonlyMap<string, RuleLevel>;

/** Findings with the severity that their codes have in this run; those that are switched off are left out. */
export function atLevels(found: readonly Diagnostic[], levels: RuleLevels): Diagnostic[] {
  return found.flatMap((diagnostic) => {
    const level = levels.get(diagnostic.code);
    if (level === undefined) return [diagnostic];
    return level === 'off' ? [] : [{ ...diagnostic, severity: level === 'warn' ? 'warning' : 'error' }];
  });
}
