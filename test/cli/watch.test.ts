import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { flagsOf } from '../../scripts/commands/watch-validate.js';
import { englishWordsIn } from '../english-words.js';
import { runCli } from './run-cli.js';

const BIN = path.resolve('scripts/bin/iamport-kit.js');
const GENERATED = path.resolve('generated');
const GOOD = '{ "imp_uid": "imp_1", "merchant_uid": "o", "status": "paid" }';
const BAD = '{ "imp_uid": 1, "merchant_uid": "o", "status": "paid" }';

let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

/** What the excerpts of the document have. */
const DOCUMENT_WORDS = ['openapi', 'info', 'title', 'version', 'paths', 'T', 'U'];

interface Watching {
  /** Everything printed since the last call, as soon as it holds this text. */
  readonly until: (text: string) => Promise<string>;
  /** Interrupts it as Ctrl-C does, and gives the exit code. */
  readonly interrupt: () => Promise<number | null>;
}

function watch(...args: string[]): Watching {
  const running = spawn(process.execPath, [BIN, ...args, '--watch'], { cwd: folder, env: { PATH: process.env.PATH } });
  child = running;
  const seen = { text: '', notify: () => {} };
  for (const stream of [running.stdout, running.stderr])
    stream.on('data', (chunk: Buffer) => {
      seen.text += chunk.toString();
      seen.notify();
    });
  const ended = new Promise<number | null>((resolve) => running.on('close', resolve));
  return {
    async until(text) {
      while (!seen.text.includes(text)) await new Promise<void>((resolve) => (seen.notify = resolve));
      const { text: all } = seen;
      seen.text = '';
      return all;
    },
    interrupt() {
      running.kill('SIGINT');
      return ended;
    },
  };
}

describe('validate --watch', () => {
  it('checks everything, then what changes, and nothing else', async () => {
    put('fixtures/PaymentWebhook/a.json', GOOD);
    put('fixtures/PaymentWebhook/b.json', BAD);
    const { until, interrupt } = watch('validate', 'fixtures', '--generated', GENERATED);
    const first = await until('1 problem in 1 of 2 files');
    expect(first).toContain('watching for changes; Ctrl-C ends it\n');
    put('fixtures/notes.txt', 'nothing to check');
    put('fixtures/PaymentWebhook/a.json', BAD);
    const second = await until('1 problem in 1 of 1 file');
    expect(second).toContain('fixtures/PaymentWebhook/a.json');
    expect(second).not.toContain('b.json');
    put('fixtures/PaymentWebhook/new.json', GOOD);
    expect(await until('1 file valid')).toContain('fixtures/PaymentWebhook/new.json changed\n');
    expect(await interrupt()).toBe(0);
  });

  it('checks everything when the config changes', async () => {
    put('iamport-kit.config.json', '{}');
    put('fixtures/PaymentWebhook/a.json', GOOD);
    put('fixtures/PaymentWebhook/b.json', GOOD);
    const { until, interrupt } = watch('validate', 'fixtures', '--generated', GENERATED);
    await until('2 files valid');
    put('iamport-kit.config.json', '{ "rules": {} }');
    await until('2 files valid');
    expect(await interrupt()).toBe(0);
  });

  it.each([[[]], [['-']], [['fixtures', '-']]])('refuses to watch %j', async (args) => {
    const { code, stderr } = await runCli(['validate', ...args, '--watch', '--generated', GENERATED], folder);
    expect(stderr).toContain('--watch needs files or folders to watch');
    expect(code).toBe(2);
  });
});

describe('lint --watch', () => {
  const head = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n";

  it('checks again when any file of the document changes, and waits for one that is broken', async () => {
    put('openapi.yaml', `${head}components: { schemas: { A: { $ref: 'a.yaml' } } }\n`);
    put('a.yaml', 'type: object\n');
    const { until, interrupt } = watch('lint', 'openapi.yaml');
    await until(' in openapi.yaml\n');
    put('a.yaml', 'type: 5\n');
    const second = await until(' in openapi.yaml\n');
    expect(second).toMatch(/^a\.yaml changed\n/);
    expect(second).toContain('a.yaml:1:7  error');
    put('openapi.yaml', 'openapi: [');
    await until('iamport-kit: cannot read openapi.yaml');
    put('openapi.yaml', head);
    expect(await until(' in openapi.yaml\n')).toContain('openapi.yaml changed');
    expect(await interrupt()).toBe(0);
  });
});

it.each([
  ['validate', ['validate', 'fixtures', '--generated', GENERATED], '1개', 'fixtures/PaymentWebhook/a.json'],
  ['lint', ['lint', 'openapi.yaml'], '문제 2건', 'openapi.yaml'],
  ['generate', ['generate', '--spec', 'openapi.yaml', '--out', 'gen'], '지켜봅니다', 'openapi.yaml'],
])('%s --watch says nothing in English with --lang ko', async (_title, args, end, changed) => {
  put('openapi.yaml', "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n");
  put('fixtures/PaymentWebhook/a.json', GOOD);
  const { until, interrupt } = watch(...args, '--lang', 'ko');
  const first = await until(end);
  put(
    changed,
    changed.endsWith('.json') ? `${GOOD}\n` : "openapi: 3.1.0\ninfo: { title: U, version: '1' }\npaths: {}\n",
  );
  const second = await until(end);
  const words = englishWordsIn(`${first}${second}`, ['Ctrl-C', 'info-license', 'no-empty-servers', ...DOCUMENT_WORDS]);
  expect(words, `${first}${second}`).toEqual([]);
  expect(await interrupt()).toBe(0);
});

it('a call is repeated with its flags, without --watch', () => {
  const flags = {
    watch: { description: { en: '', ko: '' } },
    quiet: { description: { en: '', ko: '' } },
    explain: { description: { en: '', ko: '' } },
    schema: { value: 'V', description: { en: '', ko: '' } },
    output: { value: 'V', description: { en: '', ko: '' }, isRepeatable: true },
  } as const;
  const given = {
    texts: (flag: string) => (flag === 'output' ? ['a=b', '-c'] : []),
    isSet: (flag: string) => flag !== 'explain',
  };
  expect(flagsOf({ flags }, given)).toEqual(['--quiet', '--output=a=b', '--output=-c']);
});
