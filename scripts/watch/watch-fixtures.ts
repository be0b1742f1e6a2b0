import { existsSync } from 'node:fs';
import path from 'node:path';

import type { Command, Invocation } from '../commands/command.js';
import { findConfig } from '../config/find-config.js';
import { UsageError } from '../messages/usage-error.js';
import { findFiles } from '../files/find-files.js';
import { openGeneratedFolder } from '../validate/generated-folder.js';
import { repeatOnChange } from './repeat-on-change.js';
import { runAgain } from '../commands/run-again.js';
import { tellChanges } from './watch-words.js';

/**
 * Checks fixtures, then again each that changes; all of them when the schemas or the config do. Gives the exit code.
 *
 * @throws {UsageError} when there is nothing to watch.
 */
export async function watchFixtures(command: Command, invocation: Invocation): Promise<number> {
  const { cwd, positionals } = invocation;
  if (positionals.length === 0 || positionals.includes('-')) throw new UsageError('nothing-to-watch');
  const given = invocation.text('config');
  const config = given === undefined ? findConfig(cwd) : path.resolve(cwd, given);
  const rules = [
    openGeneratedFolder(invocation.text('generated'), cwd).path,
    ...(config === undefined ? [] : [config]),
  ];
  const targets = [...positionals.map((argument) => watchedPart(path.resolve(cwd, argument))), ...rules];
  return repeatOnChange(targets, async (changed, signal) => {
    const isAll = changed.length === 0 || invocation.isSet('coverage') || changed.some((file) => isPartOf(file, rules));
    const files = isAll ? positionals : stillWanted(changed, invocation);
    if (files.length === 0) return targets;
    tellChanges(changed, invocation);
    await runAgain(command, invocation, files)(signal);
    return targets;
  });
}

/** An argument as far as it exists; of a glob, the folder that it begins with. */
function watchedPart(target: string): string {
  return existsSync(target) ? target : watchedPart(path.dirname(target));
}

function isPartOf(file: string, rules: readonly string[]): boolean {
  return rules.some((rule) => file === rule || file.startsWith(rule + path.sep));
}

/** The changed files that the arguments stand for now. */
function stillWanted(changed: readonly string[], { cwd, positionals }: Invocation): string[] {
  const wanted = positionals.flatMap((argument) => {
    try {
      return findFiles([argument], cwd).files;
    } catch (error) {
      // What it named may have been removed a moment ago, and may come back.
      if (error instanceof UsageError) return [];
      throw error;
    }
  });
  return [...new Set(wanted.map(({ file }) => file))].filter((file) => changed.includes(file));
}
