import { spawn } from 'node:child_process';

import type { Command, Invocation } from './command.js';

/**
 * Runs a command on some files in a process of its own, so that it loads what has changed. What it prints goes where ours
 * goes; an abortion ends it.
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

/** The flags of a call as they could be typed again, without `--watch`. */
export function flagsOf(
  { flags }: Pick<Command, 'flags'>,
  { texts, isSet }: Pick<Invocation, 'texts' | 'isSet'>,
): string[] {
  return Object.entries(flags).flatMap(([flag, { type }]) => {
    if (flag === 'watch') return [];
    if (type === 'boolean') return isSet(flag) ? [`--${flag}`] : [];
    // One word each, so that a value may begin with a dash.
    return texts(flag).map((value) => `--${flag}=${value}`);
  });
}
