import { spawn } from 'node:child_process';
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
    run: (files, signal) => runAgain(command, invocation, files)(signal),
    stderr,
    cwd,
    language: readLanguage(invocation),
  });
}

/**
 * Runs a command on some files in a child process, so that it loads what has changed. It shares our output streams and
 * is killed on abort.
 */
function runAgain(
  command: Command,
  invocation: Invocation,
  files: readonly string[],
): (signal: AbortSignal) => Promise<void> {
  const [, program = ''] = process.argv;
  const args = [...process.execArgv, program, command.name, ...flagsOf(command, invocation), '--', ...files];
  return (signal) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        cwd: invocation.cwd,
        stdio: ['ignore', 'inherit', 'inherit'],
        signal,
      });
      child.on('error', (error) => {
        if (signal.aborted) resolve();
        else reject(error);
      });
      child.on('close', () => {
        resolve();
      });
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
