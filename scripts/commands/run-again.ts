import { spawn } from 'node:child_process';

import type { Command, Invocation } from './command.js';

/**
 * Runs a command on some files in a child process, so that it loads what has changed. It shares our output streams and
 * is killed on abort.
 */
export function runAgain(
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
  return Object.entries(flags).flatMap(([flag, { type }]) => {
    if (flag === 'watch') return [];
    if (type === 'boolean') return isSet(flag) ? [`--${flag}`] : [];
    // One argument each, so that a value may begin with a dash.
    return texts(flag).map((value) => `--${flag}=${value}`);
  });
}
