import { spawn } from 'node:child_process';
import path from 'node:path';

const BIN = path.resolve('scripts/bin/iamport-kit.js');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as a person would, without colour unless asked for. `stdin` is what is piped in. */
export function runCli(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  stdin: string | Buffer = '',
): Promise<CliResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd, env: { PATH: process.env.PATH, ...env } });
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
