import { statSync } from 'node:fs';
import path from 'node:path';

import type { LoadedConfig } from '../config/parse-config.js';
import type { ListedEntry } from '../messages/entry.js';
import { pathsFrom, repositoryRoot } from '../files/repository-root.js';
import { didYouMean } from '../messages/did-you-mean.js';
import { readLanguage } from '../messages/language.js';
import { UsageError } from '../messages/usage-error.js';
import type { Sha256 } from '../report/baseline/fingerprint.js';
import type { PublishServices } from '../report/publish.js';
import { createReporter, type Reporter } from '../report/reporter.js';
import type { RuleLevel } from '../report/rule-level.js';
import type { RuleLevels } from '../report/rule-levels.js';
import { openBaselineOf } from './baseline-flags.js';
import type { Invocation } from './command.js';
import { readDestinations, refuseInputs } from './destinations.js';
import { readCount, readThreshold } from './report-flags.js';

/** Findings kept in detail, so that an endless stream cannot exhaust the memory. */
const LIMIT = 10_000;

/** SHA-256 in hexadecimal digits. The module is loaded on first use, because that takes longer than checking a file. */
export const sha256: Sha256 = (text) =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex');

const SERVICES: Omit<PublishServices, 'fromRoot'> = {
  sha256,
  writeFile: async (place, text) => {
    const { writeFile } = await import('../files/write-file.js');
    writeFile(place, text);
  },
  entries: everyEntry,
  version: async () => (await import('../files/own-version.js')).ownVersion(),
};

/**
 * Creates the reporter for the flags and the config.
 *
 * @throws {UsageError} if a flag is invalid, the baseline cannot be used, or a report would overwrite a file that the run
 * uses; the last also from `markScanned`.
 */
export async function openReporter(
  invocation: Invocation,
  config: LoadedConfig,
  area: NonNullable<ListedEntry['area']>,
): Promise<Reporter> {
  const { cwd, env } = invocation;
  const configured = config.baseline === undefined ? undefined : path.resolve(config.folder, config.baseline);
  const baseline = await openBaselineOf(invocation, configured, sha256);
  const destinations = readDestinations(invocation);
  const read = [config.shownAs, baseline?.baseline.place.shownAs].filter((file) => file !== undefined);
  const refuse = (files: readonly string[]): void => {
    refuseInputs(destinations, files, cwd);
  };
  refuse(read);
  const reporter = createReporter({
    language: readLanguage(invocation),
    destinations,
    threshold: readThreshold(invocation),
    limit: readCount(invocation, 'limit') ?? LIMIT,
    isQuiet: invocation.isSet('quiet'),
    levels: await readRuleLevels(invocation.texts('rule'), config.rules),
    area,
    baseline,
    terminal: invocation,
    services: { ...SERVICES, fromRoot: pathsFrom(readRoot(invocation) ?? repositoryRoot(cwd, env), cwd) },
  });
  return {
    ...reporter,
    markScanned(files) {
      refuse(files);
      reporter.markScanned(files);
    },
  };
}

/**
 * The folder that `--root` names; undefined without the flag.
 *
 * @throws {UsageError} when there is no such folder.
 */
export function readRoot({ cwd, text }: Pick<Invocation, 'cwd' | 'text'>): string | undefined {
  const given = text('root');
  if (given === '') throw new UsageError('flag-empty', { flag: 'root', wanted: 'folder' });
  if (given === undefined) return undefined;
  const folder = path.resolve(cwd, given);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new UsageError('file-unreadable', { file: given, reason: { code: 'missing' } });
}

/**
 * Merges the rule levels of the config and of `--rule CODE=LEVEL`; flags win.
 *
 * @throws {UsageError} if a flag is malformed, or a code is unknown.
 */
async function readRuleLevels(
  flags: readonly string[],
  config: Readonly<Record<string, RuleLevel>> = {},
): Promise<RuleLevels> {
  const levels = new Map([...Object.entries(config), ...flags.map(parseRuleFlag)]);
  if (levels.size === 0) return levels;
  const known = Object.keys(await everyEntry());
  const unknown = [...levels.keys()].find((code) => !known.includes(code));
  if (unknown === undefined) return levels;
  throw new UsageError('unknown-name', { kind: 'rule', name: unknown, near: didYouMean(unknown, known) });
}

function parseRuleFlag(given: string): [string, RuleLevel] {
  const [, code = '', level] = /^(.+)=(.+)$/s.exec(given) ?? [];
  if (level === 'off' || level === 'warn' || level === 'error') return [code, level];
  throw new UsageError('flag-value', { flag: 'rule', given });
}

// Imported late: it has the texts of all codes.
async function everyEntry(): Promise<Readonly<Record<string, ListedEntry>>> {
  const module = await import('../messages/every-entry.js');
  return module.everyEntry();
}
