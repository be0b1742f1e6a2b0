import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { findConfig } from '../config/load-config.js';
import { readLanguage } from '../messages/language.js';
import { UsageError } from '../messages/usage-error.js';
import { openGeneratedFolder } from '../validate/generated-folder.js';
import { watchFixtures } from '../watch/watch-inputs.js';
import type { Command, Invocation } from './command.js';

/**
 * Runs `validate` again whenever fixtures, schemas or the config change. Returns the exit code.
 *
 * @throws {UsageError} if no file is given to watch.
 */
export async function watchValidate(command: Command, invocation: Invocation): Promise<number> {
  const { cwd, positionals, stderr } = invocation;
  if (positionals.length === 0 || positionals.includes('-')) throw new UsageError('nothing-to-watch');
  const given = invocation.text('config');
  const config = given === undefined ? findConfig(cwd) : path.resolve(cwd, given);
  const generated = openGeneratedFolder(invocation.text('generated'), cwd).path;
  return watchFixtures({
    fixtures: positionals,
    ignored: invocation.texts('ignore'),
    rules: config === undefined ? [generated] : [generated, config],
    needsAll: invocation.isSet('coverage'),
    run: (files, signal) => runAgain([command.name, ...flagsOf(command, invocation), '--', ...files], cwd, signal),
    stderr,
    cwd,
    language: readLanguage(invocation),
  });
}

/**
 * Runs the program in a child process, so that it loads what has changed. It shares our output streams and is killed on
 * abort.
 */
async function runAgain(args: readonly string[], cwd: string, signal: AbortSignal): Promise<void> {
  const [, program = ''] = process.argv;
  const options: SpawnOptions = { cwd, stdio: ['ignore', 'inherit', 'inherit'], signal };
  const child = spawn(process.execPath, [...process.execArgv, program, ...args], options);
  await once(child, 'close').catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/** The flags of a call as arguments, without `--watch`. */
export function flagsOf(
  { flags }: Pick<Command, 'flags'>,
  { texts, isSet }: Pick<Invocation, 'texts' | 'isSet'>,
): string[] {
  return Object.entries(flags).flatMap(([flag, { value: placeholder }]) => {
    if (flag === 'watch') return [];
    if (placeholder === undefined) return isSet(flag) ? [`--${flag}`] : [];
    // One argument each, so that a value may begin with a dash.
    return texts(flag).map((value) => `--${flag}=${value}`);
  });
}
