import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

// Ctrl-C at any moment: the exit code is 130, and all files are old or all are new.

const BIN = path.resolve('scripts/bin/iamport-kit.js');
const OLD = '{ "imp_uid": "imp_1", "merchant_uid": 1, "status": "paid" }';
const COUNT = 600;
const SPEC = `openapi: 3.1.0
info: { title: A, version: 'VERSION' }
paths: { /a: { get: { operationId: getA, responses: { '200': { description: A } } } } }
components: { schemas: { ${Array.from({ length: 200 }, (_, index) => `S${index}: { title: VERSION }`).join(', ')} } }
`;

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Runs the program and sends it a signal after so many milliseconds. */
async function interrupt(args: readonly string[], milliseconds: number, signal: NodeJS.Signals): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...args], { cwd: folder, stdio: 'ignore' });
  const ended = new Promise<Ended>((resolve) => child.on('exit', (code, by) => resolve({ code, signal: by })));
  await Promise.race([ended, setTimeout(milliseconds, undefined, { ref: false })]);
  child.kill(signal);
  return ended;
}

/** The distinct texts of the files in a folder, and how many files there are. */
function textsIn(name: string): { readonly texts: ReadonlySet<string>; readonly count: number } {
  const files = fs
    .readdirSync(path.join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile());
  const texts = files.map((file) => fs.readFileSync(path.join(file.parentPath, file.name), 'utf8'));
  return { texts: new Set(texts), count: files.length };
}

/** Moments from the start of a run to a little after its end, in milliseconds. Runs it once as a whole to know. */
async function momentsOf(args: readonly string[]): Promise<number[]> {
  const started = performance.now();
  expect(await interrupt(args, 60_000, 'SIGINT')).toEqual({ code: 0, signal: null });
  const whole = performance.now() - started;
  return Array.from({ length: 9 }, (_, index) => Math.round((whole * (index + 2)) / 9));
}

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  it('in --fix leaves all files old or all new, and no draft', async () => {
    fs.mkdirSync(path.join(folder, 'PaymentWebhook'));
    const fix = ['validate', 'PaymentWebhook', '--generated', path.resolve('generated'), '--fix'];
    const writeOld = (): void => {
      for (let index = 0; index < COUNT; index += 1)
        fs.writeFileSync(path.join(folder, `PaymentWebhook/${index}.json`), OLD);
    };
    writeOld();
    const ends = new Set<unknown>();
    for (const moment of await momentsOf(fix)) {
      writeOld();
      const ended = await interrupt(fix, moment, signal);
      ends.add(ended.signal ?? ended.code);
      const { texts, count } = textsIn('PaymentWebhook');
      expect({ moment, count, states: texts.size }).toEqual({ moment, count: COUNT, states: 1 });
    }
    expect(ends).toContain(signal);
    expect([...ends].filter((end) => end !== signal && end !== 0)).toEqual([]);
  }, 120_000);

  it('in generate leaves the old output or the new one', async () => {
    const generate = ['generate', '--spec', 'openapi.yaml', '--out', 'out'];
    const write = (version: string): void =>
      fs.writeFileSync(path.join(folder, 'openapi.yaml'), SPEC.replaceAll('VERSION', version));
    const versions = (): readonly string[] => {
      const { texts, count } = textsIn('out');
      expect(count).toBeGreaterThan(200);
      return [...new Set([...texts].flatMap((text) => text.match(/(?<="title": ")v\d+/g) ?? []))];
    };
    write('v0');
    for (const [index, moment] of (await momentsOf(generate)).entries()) {
      write(`v${index + 1}`);
      await interrupt(generate, moment, signal);
      expect({ moment, versions: versions().length }).toEqual({ moment, versions: 1 });
      expect(fs.readdirSync(path.join(folder, 'out')).filter((name) => name.startsWith('.'))).toEqual([]);
    }
  }, 240_000);
});
