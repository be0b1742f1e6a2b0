import { execFile } from 'node:child_process';
import path from 'node:path';

const BIN = path.resolve('scripts/bin/iamport-kit.js');

/** The built program and its first argument, for scripts that run it by other means than `kit`. */
export const PROGRAM = `"${process.execPath}" "${BIN}"`;

export interface ShellResult {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a line of bash in a folder, in English. `kit` is the built program. */
export function runBash(line: string, cwd: string): Promise<ShellResult> {
  const script = `set -o pipefail; kit() { ${PROGRAM} "$@"; }; ${line}`;
  const env = { ...process.env, LANG: 'C', LC_ALL: '' };
  return new Promise((resolve) => {
    execFile('bash', ['-c', script], { cwd, env, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}
