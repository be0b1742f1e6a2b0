import type { Diagnostic } from '../messages/diagnostic.js';
import type { RuleLevel } from './rule-level.js';

/** Severities of codes in this run, where they differ from the default. */
export type RuleLevels = ReadonlyMap<string, RuleLevel>;

/** Findings with the severity of their codes in this run, without those that are off. */
export function atLevels(found: readonly Diagnostic[], levels: RuleLevels): Diagnostic[] {
  return found.flatMap((diagnostic) => {
    const level = levels.get(diagnostic.code);
    if (level === undefined) return [diagnostic];
    return level === 'off' ? [] : [{ ...diagnostic, severity: level === 'warn' ? 'warning' : 'error' }];
  });
}
