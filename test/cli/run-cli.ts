import { spawn, type SpawnOptions } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where root runs the tests nothing is without access, so `nobody` runs the program. */
const NOBODY = 65_534;

/** Where the program may keep what it remembers, beside the folders that the tests look into. */
const CACHES = path.join(tmpdir(), `iamport-kit-caches-${process.pid}`);

const BIN = path.resolve('scripts/bin/iamport-kit.js');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as somebody who may not do everything: what root cannot read does not exist. */
export function runCliAsNobody(args: readonly string[], cwd: string): Promise<CliResult> {
  return run(args, { cwd, ...(process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }) });
}

/** Runs the built program as a person would, without colour unless asked for. `stdin` is what is piped in. */
export function runCli(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  stdin: string | Buffer = '',
): Promise<CliResult> {
  return run(args, { cwd, env }, stdin);
}

function run(
  args: readonly string[],
  { env = {}, ...options }: SpawnOptions,
  stdin: string | Buffer = '',
): Promise<CliResult> {
  return new Promise((resolve) => {
    const all = { ...options, env: { PATH: process.env.PATH, XDG_CACHE_HOME: CACHES, ...env } };
    const child = spawn(process.execPath, [BIN, ...args], { ...all, stdio: 'pipe' });
    const seen = { stdout: '', stderr: '' };
    // A program that needs no input may end before it has read all of it.
    child.stdin.on('error', () => undefined).end(stdin);
    child.stdout.on('data', (chunk: Buffer) => (seen.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (seen.stderr += chunk.toString()));
    child.on('close', (code) => {
      resolve({ code, ...seen });
    });
  });
}
