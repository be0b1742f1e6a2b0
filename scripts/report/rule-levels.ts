import type { RuleLevel } from '../config/config.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { didYouMean } from '../messages/did-you-mean.js';
import { UsageError } from '../messages/usage-error.js';

/** Codes that count otherwise than they do by themselves. */
export type RuleLevels = ReadonlyMap<string, RuleLevel>;

/**
 * Puts together what a config and `--rule CODE=LEVEL` say; flags win.
 *
 * @throws {UsageError} when a flag has another form, or a code is not known.
 */
export async function readRuleLevels(
  flags: readonly string[],
  config: Readonly<Record<string, RuleLevel>> = {},
): Promise<RuleLevels> {
  const levels = new Map([...Object.entries(config), ...flags.map(parseFlag)]);
  if (levels.size > 0) await checkCodes([...levels.keys()]);
  return levels;
}

/** A finding with the severity its code has in this run; undefined when the code is off. */
export function atLevel(diagnostic: Diagnostic, levels: RuleLevels): Diagnostic | undefined {
  const level = levels.get(diagnostic.code);
  if (level === undefined) return diagnostic;
  return level === 'off' ? undefined : { ...diagnostic, severity: level === 'warn' ? 'warning' : 'error' };
}

function parseFlag(given: string): [string, RuleLevel] {
  const [, code = '', level] = /^(.+)=(.+)$/s.exec(given) ?? [];
  if (level === 'off' || level === 'warn' || level === 'error') return [code, level];
  throw new UsageError('flag-value', { flag: 'rule', given });
}

async function checkCodes(codes: readonly string[]): Promise<void> {
  const { everyEntry } = await import('../lint/every-entry.js');
  const known = Object.keys(everyEntry());
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown === undefined) return;
  throw new UsageError('unknown-name', { kind: 'rule', name: unknown, near: didYouMean(unknown, known) });
}
