import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 900_000 });

const run = promisify(execFile);

const EXPRESS = ['express4@npm:express@4', 'express5@npm:express@5'];

// Outside the repository: nothing may come from its node_modules.
const project = mkdtempSync(path.join(tmpdir(), 'iamport-kit-runtime-'));
beforeAll(async () => {
  const { stdout } = await run('npm', ['pack', '--pack-destination', project]);
  writeFileSync(path.join(project, 'package.json'), '{ "private": true, "type": "module" }');
  const install = ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${stdout.trim()}`, ...EXPRESS];
  await run('npm', install, { cwd: project });
});
afterAll(() => rmSync(project, { recursive: true }));

/** Runs the tests of the runtime against an installed package: how many passed, and the titles of those that failed. */
async function testInstalled(installed: string): Promise<{ passed: number; failed: readonly string[] }> {
  const report = path.join(project, 'report.json');
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/vitest.config.ts',
    '--mode',
    'long',
    // Other tests run beside this one, and some of these watch the clock.
    '--maxWorkers=1',
    '--retry=2',
    'test/runtime',
  ];
  const env = { ...process.env, IAMPORT_KIT_INSTALLED: installed };
  await run(process.execPath, [...args, '--reporter=json', `--outputFile=${report}`], {
    env,
    maxBuffer: 2 ** 26,
  }).catch(() => undefined);
  // Edge: the report of vitest.
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  const failed = testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message === '' ? [] : [`${name}: ${message}`]),
    ...assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  ]);
  return { passed: numPassedTests, failed };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

it('the packed and installed package does all that the tests of the runtime want', async () => {
  const { passed, failed } = await testInstalled(path.join(project, 'node_modules/iamport-kit'));
  expect(failed).toEqual([]);
  expect(passed).toBeGreaterThan(500);
});

it('and nothing else stands in for it', async () => {
  const { passed } = await testInstalled(path.join(project, 'nowhere'));
  expect(passed).toBe(0);
});

it('notifications get through Express 4 and 5, with any body parser before the handler', async () => {
  cpSync('test/package/express-program.mjs', path.join(project, 'program.mjs'));
  const { stdout } = await run(process.execPath, ['program.mjs'], { cwd: project });
  const lines = stdout.trim().split('\n');
  expect(lines).toHaveLength(36);
  expect(lines.filter((line) => !line.endsWith(': 200/imp_1 400'))).toEqual([]);
});
