import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

let folder: string;
let watching: ChildProcess;
let printed: string;
const at = (...parts: string[]): string => path.join(folder, ...parts);
const spec = (): string => readFileSync(at('spec/openapi.yaml'), 'utf8');

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  cpSync('test/golden/spec', at('spec'), { recursive: true });
  printed = '';
  const bin = path.resolve('scripts/bin/iamport-kit.js');
  watching = spawn(process.execPath, [bin, 'generate', '--watch'], { cwd: folder });
  watching.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  watching.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await until(() => printed.includes('watching'));
});
afterEach(() => {
  watching.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function until(isSo: () => boolean): Promise<void> {
  await expect.poll(isSo, { timeout: 25_000, interval: 5, message: 'nothing more was printed' }).toBe(true);
}

/** What is printed because of a change, up to the line that ends a run. */
async function afterChange(change: () => unknown): Promise<string> {
  const before = printed.length;
  change();
  await until(() => /watching.*\n$/.test(printed.slice(before)));
  return printed.slice(before);
}

function stopped(signal: 'SIGINT' | 'SIGTERM'): Promise<number | null> {
  return new Promise((resolve) => {
    watching.once('exit', resolve);
    watching.kill(signal);
  });
}

it('generates at the start and after every save, one line each, and ends with 0', async () => {
  expect(printed).toMatch(/^generated\/: 41 files written in \d+ ms; watching 1 file\n$/);
  const grown = await afterChange(() =>
    writeFileSync(at('spec/openapi.yaml'), spec().replace('silver]', 'silver, copper]')),
  );
  expect(grown).toMatch(/^generated\/: \d+ files written in \d+ ms; watching 1 file\n$/);
  expect(readFileSync(at('generated/models.ts'), 'utf8')).toContain("'copper'");
  // Saved as editors do: another file takes the place.
  writeFileSync(at('spec/openapi.yaml~'), spec().replace('copper]', 'tin]'));
  await afterChange(() => renameSync(at('spec/openapi.yaml~'), at('spec/openapi.yaml')));
  expect(readFileSync(at('generated/models.ts'), 'utf8')).toContain("'tin'");
  expect(await stopped('SIGINT')).toBe(0);
  expect((await runCli(['generate', '--check', '--force'], folder)).code).toBe(0);
}, 60_000);

it('prints what is wrong, writes nothing, and goes on', async () => {
  const good = spec();
  const models = readFileSync(at('generated/models.ts'), 'utf8');
  const missing = await afterChange(() =>
    writeFileSync(at('spec/openapi.yaml'), good.replace('#/components/schemas/Coin', 'coin.yaml')),
  );
  expect(missing).toContain('no-unresolved-refs');
  expect(missing).toMatch(/1 problem in spec\/openapi\.yaml, nothing written in \d+ ms; watching 2 files\n$/);
  const broken = await afterChange(() => writeFileSync(at('spec/openapi.yaml'), 'a: ['));
  expect(broken).toMatch(/^cannot read spec\/openapi\.yaml:\d+:\d+ as YAML or JSON.*\nnothing written in/);
  expect(readFileSync(at('generated/models.ts'), 'utf8')).toBe(models);
  expect(await afterChange(() => writeFileSync(at('spec/openapi.yaml'), good))).toMatch(
    /^generated\/: 0 files written/,
  );
  expect(await stopped('SIGTERM')).toBe(0);
}, 60_000);
