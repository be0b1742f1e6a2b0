import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli, runCliAsNobody } from './run-cli.js';

const ROOT = process.cwd();
const GOOD = '{ "imp_uid": "imp_1", "merchant_uid": "o", "status": "paid" }';
const BAD = '{ "imp_uid": "imp_1", "merchant_uid": 1, "status": "paid" }';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string | Buffer): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

interface Seen {
  readonly code: number | null;
  /** `file:line:column code` of each finding. */
  readonly found: string[];
  readonly messages: string[];
}

/** Runs `validate` on webhooks and reads what it prints for programs. */
async function validate(args: readonly string[], stdin?: string | Buffer): Promise<Seen> {
  const all = ['validate', '--generated', path.join(ROOT, 'generated'), '--format', 'json', ...args];
  const { code, stdout, stderr } = await runCli(all, folder, {}, stdin);
  expect(stderr).toBe('');
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { code: string; message: string; at: { file: string; line: number; column: number } }[];
  };
  return {
    code,
    found: diagnostics.map((each) => `${each.at.file}:${each.at.line}:${each.at.column} ${each.code}`),
    messages: diagnostics.map(({ message }) => message),
  };
}

const webhooks = (args: readonly string[], stdin?: string | Buffer): Promise<Seen> =>
  validate(['--schema', 'PaymentWebhook', ...args], stdin);

describe('kinds of files', () => {
  it('reads JSON, JSONC, YAML and NDJSON, and knows the places in all of them', async () => {
    put('a.json', BAD);
    put(
      'b.jsonc',
      `// recorded by hand\n{\n  "imp_uid": "imp_1", /* order */ "merchant_uid": 1,\n  "status": "paid",\n}`,
    );
    put('c.yaml', `# first\n${GOOD}\n---\nimp_uid: imp_1\nmerchant_uid: 1\nstatus: paid\n`);
    put('d.ndjson', `${GOOD}\n\n${BAD}\nbroken\n${BAD}`);
    put('e.yml', 'merchant_uid: [\n');
    put('f.jsonl', `${GOOD}\n`);
    put('notes.md', '# not a fixture');
    expect((await webhooks(['.'])).found).toEqual([
      'a.json:1:39 fixture/type',
      'b.jsonc:3:51 fixture/type',
      'c.yaml:5:15 fixture/type',
      'd.ndjson:3:39 fixture/type',
      'd.ndjson:4:1 fixture/syntax',
      'd.ndjson:5:39 fixture/type',
      'e.yml:2:1 fixture/syntax',
    ]);
  });

  it('reads stdin, named for its ending and its place', async () => {
    expect(await webhooks(['-'], BAD)).toMatchObject({ code: 1, found: ['<stdin>:1:39 fixture/type'] });
    expect(await validate(['-', '--stdin-name', 'PaymentWebhook/x.ndjson'], `${GOOD}\n${BAD}`)).toMatchObject({
      code: 1,
      found: ['PaymentWebhook/x.ndjson:2:39 fixture/type'],
    });
    expect(await webhooks(['-', '--stdin-name', 'x.yaml'], `--- ${GOOD}\n--- ${GOOD}\n`)).toMatchObject({ code: 0 });
    expect(await webhooks(['-'], '')).toMatchObject({ code: 1, messages: ['the file is empty'] });
  });

  it.each<[title: string, text: string | Buffer, place: string, message: string | RegExp]>([
    ['UTF-16', Buffer.from(`\ufeff${GOOD}`, 'utf16le'), '1:1', /UTF-16; save it as UTF-8/],
    [
      'broken UTF-8',
      Buffer.concat([Buffer.from('{\n "이름": "'), Buffer.from([0xc7, 0xd1])]),
      '2:9',
      /byte at offset 14/,
    ],
    ['100,000 levels', '['.repeat(100_000), '1:5101', 'the file is nested too deeply to be checked'],
  ])('says what is wrong with %s', async (_title, text, place, message) => {
    put('x.json', text);
    const { code, found, messages } = await webhooks(['x.json']);
    expect({ code, found }).toEqual({ code: 1, found: [`x.json:${place} fixture/syntax`] });
    expect(messages[0]).toMatch(message);
  });

  it('passes over a byte order mark, and takes a file without an ending it knows for JSON', async () => {
    put('x.txt', `\ufeff${GOOD}`);
    expect(await webhooks(['x.txt'])).toMatchObject({ code: 0, found: [] });
  });

  it('takes a line of 50 MB, and finds what is in it', async () => {
    put('x.json', `{ "imp_uid": "${'x'.repeat(50_000_000)}", "merchant_uid": 1, "status": "paid" }`);
    const { code, found } = await webhooks(['x.json']);
    expect(code).toBe(1);
    expect(found).toContain('x.json:1:50000034 fixture/type');
  });

  it('takes each file once, however often it is named', async () => {
    put('in/a.json', BAD);
    expect((await webhooks(['in/a.json', 'in', './in', 'in/../in'])).found).toEqual(['in/a.json:1:39 fixture/type']);
  });

  it('looks for secrets in what it cannot parse, each document by itself', async () => {
    put('x.ndjson', `${GOOD}\n{ "a": "kim@naver.com" "b"`);
    put('x.yaml', `a: lee@naver.com\n---\nb: [\nc: kim@naver.com`);
    expect((await webhooks(['x.ndjson'])).found).toEqual(['x.ndjson:2:9 secret/email', 'x.ndjson:2:24 fixture/syntax']);
    const { found } = await webhooks(['x.yaml']);
    expect(found.filter((each) => each.endsWith('secret/email'))).toEqual([
      'x.yaml:1:4 secret/email',
      'x.yaml:4:4 secret/email',
    ]);
  });

  it('refuses a line of NDJSON that is too long, and goes on', async () => {
    put('x.ndjson', Buffer.concat([Buffer.alloc(65 << 20, 0x61), Buffer.from(`\n${BAD}`)]));
    expect(await webhooks(['x.ndjson'])).toMatchObject({
      found: ['x.ndjson:1:1 fixture/syntax', 'x.ndjson:2:39 fixture/type'],
    });
  });
});

describe('folders and globs', () => {
  it('leaves out node_modules, folders with a dot, and its own config', async () => {
    for (const name of ['a.json', 'b/c.json', 'node_modules/x.json', '.cache/x.json', 'b/node_modules/p/x.json'])
      put(name, BAD);
    put('iamport-kit.config.json', '{}');
    expect((await webhooks(['.'])).found.map((each) => each.split(':', 1)[0])).toEqual(['a.json', 'b/c.json']);
  });

  it('reads each folder once, wherever links lead', async () => {
    put('a/x.json', BAD);
    symlinkSync('..', path.join(folder, 'a/up'));
    symlinkSync('a', path.join(folder, 'alias'));
    symlinkSync('a/x.json', path.join(folder, 'z.json'));
    expect((await webhooks(['.'])).found).toEqual(['a/x.json:1:39 fixture/type', 'z.json:1:39 fixture/type']);
  });

  it('takes globs, and paths that only look like globs', async () => {
    put('a/1.json', BAD);
    put('a/2.yaml', GOOD);
    put('b/1.json', BAD);
    put('b/notes.md', 'no');
    put('[id]/1.json', BAD);
    expect((await webhooks(['a/*.json', '{b,c}/*'])).found).toEqual([
      'a/1.json:1:39 fixture/type',
      'b/1.json:1:39 fixture/type',
    ]);
    expect((await webhooks(['[id]'])).found).toEqual(['[id]/1.json:1:39 fixture/type']);
    expect((await webhooks(['**/1.json', 'a/1.json'])).found).toHaveLength(3);
  });
});

describe('what cannot be read', () => {
  it('is said, ends with 2, and keeps nothing else from being checked', async () => {
    put('a.json', BAD);
    symlinkSync('nowhere', path.join(folder, 'gone.json'));
    symlinkSync('loop.json', path.join(folder, 'loop.json'));
    execFileSync('mkfifo', [path.join(folder, 'pipe.json')]);
    const { code, found, messages } = await webhooks(['.']);
    expect(code).toBe(2);
    expect(found).toEqual([
      'a.json:1:39 fixture/type',
      'gone.json:1:1 fixture/unreadable',
      'loop.json:1:1 fixture/unreadable',
      'pipe.json:1:1 fixture/unreadable',
    ]);
    expect(messages[1]).toBe('cannot be read (no such file)');
    expect(messages[3]).toBe('cannot be read (it is not a regular file)');
  });

  it('may be a folder or a file without access', async () => {
    chmodSync(folder, 0o755);
    put('a.json', BAD);
    put('closed.json', GOOD);
    put('sealed/b.json', GOOD);
    put('listed/c.json', GOOD);
    chmodSync(path.join(folder, 'closed.json'), 0);
    chmodSync(path.join(folder, 'sealed'), 0);
    // Its names can be read, what they stand for cannot.
    chmodSync(path.join(folder, 'listed'), 0o444);
    const flags = ['--generated', path.join(ROOT, 'generated'), '--schema', 'PaymentWebhook', '--format', 'compact'];
    const seen = await runCliAsNobody(['validate', '.', ...flags], folder);
    const named = await runCliAsNobody(['validate', 'sealed/b.json', ...flags], folder);
    chmodSync(path.join(folder, 'sealed'), 0o755);
    chmodSync(path.join(folder, 'listed'), 0o755);
    expect(seen).toMatchObject({ code: 2, stderr: '' });
    const lines = seen.stdout.split('\n').filter((line) => line.includes('.json:') || line.includes('sealed'));
    expect(lines).toEqual([
      'a.json:1:39: error: merchant_uid must be a string, not a number [fixture/type]',
      'closed.json:1:1: error: cannot be read (permission denied) [fixture/unreadable]',
      'listed/c.json:1:1: error: cannot be read (permission denied) [fixture/unreadable]',
      'sealed:1:1: error: cannot be read (permission denied) [fixture/unreadable]',
    ]);
    expect(named).toMatchObject({ code: 2, stderr: '' });
    expect(named.stdout).toContain('sealed/b.json:1:1: error: cannot be read (permission denied) [fixture/unreadable]');
  });

  it('is not waited for', async () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe.json')]);
    expect(await webhooks(['pipe.json'])).toMatchObject({ code: 2, found: ['pipe.json:1:1 fixture/unreadable'] });
    expect(await webhooks(['/dev/zero'])).toMatchObject({ code: 2 });
  });

  it.each([
    ['an argument that names nothing', ['nowhere.json'], 'cannot read nowhere.json (no such file)'],
    ['a glob that matches nothing', ['*.json'], 'no files match *.json'],
    ['a folder without fixtures', ['.'], 'no .json files in . (nor .jsonc, .yaml, .yml, .ndjson, .jsonl)'],
  ])('refuses %s', async (_title, args, message) => {
    put('notes.md', '');
    const all = ['validate', '--generated', path.join(ROOT, 'generated'), ...args];
    expect(await runCli(all, folder)).toEqual({ code: 2, stdout: '', stderr: `iamport-kit: ${message}\n` });
  });
});
