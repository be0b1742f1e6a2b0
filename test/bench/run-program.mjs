import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

/** The two programs that are compared, each as its own bin starts it. */
export const OURS = path.resolve('scripts/bin/iamport-kit.js');
export const OPENAPI_TYPESCRIPT = path.resolve('node_modules/openapi-typescript/bin/cli.js');

const usageHook = pathToFileURL(path.resolve('test/bench/usage.mjs')).href;

/**
 * Runs a program to its end: wall time and processor time in milliseconds, peak memory in MB. `exitCode` is what it must
 * end with.
 */
export function runProgram(program, args, { cwd = process.cwd(), exitCode = 0 } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-bench-'));
  const usageFile = path.join(folder, 'usage.json');
  const env = { ...process.env, NODE_OPTIONS: `--import ${usageHook}`, BENCH_USAGE: usageFile };
  const started = performance.now();
  const options = { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 };
  const { status, stderr, stdout } = spawnSync(process.execPath, [program, ...args], options);
  const wall = performance.now() - started;
  if (status !== exitCode)
    throw new Error(
      `${path.basename(program)} ${args.join(' ')} ended with ${status}:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`,
    );
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usageFile, 'utf8'));
  rmSync(folder, { recursive: true });
  return { wall, cpu: (userCPUTime + systemCPUTime) / 1000, megabytes: maxRSS / 1024 };
}

/** The middle one; of an even number, the lower of the two. */
export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
}
