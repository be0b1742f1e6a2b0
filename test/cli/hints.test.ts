import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

const WEBHOOK = '{"imp_uid":"imp_1","merchant_uid":"o-1","status":"paid"}';
const ARGS = ['--schema', 'PaymentWebhook', '--generated', path.resolve('generated')];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const withoutTime = (text: string): string => text.replace(/\([\d.]+( s|초)\)/, '(TIME)');

describe('standard input that is not JSON', () => {
  it.each<[title: string, input: string, place: string, problem: string, hint: string]>([
    [
      'NDJSON',
      `${WEBHOOK}\n${WEBHOOK}\n`,
      '2:1',
      'end of file expected',
      'for one document a line, name it .ndjson; standard input: --stdin-name a.ndjson',
    ],
    [
      'JSON with comments',
      `// recorded\n${WEBHOOK}\n`,
      '1:1',
      'comments are not allowed',
      'name it .jsonc to allow comments; standard input: --stdin-name a.jsonc',
    ],
  ])('%s: the hint says what to do, and it works', async (_title, input, place, problem, hint) => {
    const { code, stdout } = await runCli(['validate', '-', ...ARGS], folder, {}, input);
    expect({ code, stdout: withoutTime(stdout) }).toEqual({
      code: 1,
      stdout: `<stdin>:${place}  error  fixture/syntax
  the file is not JSON: ${problem}

  → ${hint}

1 problem in 1 of 1 file (TIME)
`,
    });
    const flags = hint.split(': ').at(-1)!.split(' ');
    expect((await runCli(['validate', '-', ...ARGS, ...flags], folder, {}, input)).code).toBe(0);
  });

  it('two values on one line get no hint', async () => {
    const { stdout } = await runCli(['validate', '-', ...ARGS], folder, {}, `${WEBHOOK} ${WEBHOOK}`);
    expect(stdout).not.toContain('→');
  });
});

it('a number where text is expected gets the quotes that the message names', async () => {
  const file = path.join(folder, 'number.json');
  writeFileSync(file, WEBHOOK.replace('"o-1"', '1004'));
  const checked = await runCli(['validate', 'number.json', ...ARGS], folder);
  expect(checked.stdout).toContain('→ write it in quotes\n');
  const { code, stdout } = await runCli(['validate', 'number.json', ...ARGS, '--fix'], folder);
  expect({ code, stdout: withoutTime(stdout), text: readFileSync(file, 'utf8') }).toEqual({
    code: 0,
    stdout: '1 problem in 1 file fixed\n1 file valid (TIME)\n',
    text: WEBHOOK.replace('"o-1"', '"1004"'),
  });
});

describe('the program without iamport-kit', () => {
  const cli = (): string => path.join(folder, 'alone/node_modules/@iamport-kit/cli');
  beforeAll(() => {
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(path.join('scripts', part), path.join(cli(), part), { recursive: true });
    const packages = readdirSync('node_modules').filter((name) => !/^(?:\.|iamport-kit$|@iamport-kit$)/.test(name));
    for (const name of packages)
      symlinkSync(path.resolve('node_modules', name), path.join(folder, 'alone/node_modules', name));
    mkdirSync(path.join(folder, 'alone/project'));
  });

  it.each([
    [
      'generate',
      'no document found: there is no spec/openapi.yaml here, and iamport-kit is not installed. Install iamport-kit, or name a document.',
    ],
    [
      'lint',
      'no document found: there is no spec/openapi.yaml here, and iamport-kit is not installed. Install iamport-kit, or name a document.',
    ],
    [
      'validate',
      'no generated code found. Run "iamport-kit generate", install iamport-kit, or pass --generated FOLDER.',
    ],
  ])('%s says that it is not installed', (command, message) => {
    const args = [path.join(cli(), 'bin/iamport-kit.js'), command, ...(command === 'validate' ? ['.'] : [])];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: path.join(folder, 'alone/project'),
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LANG: 'C' },
    });
    expect({ status, stderr }).toEqual({ status: 2, stderr: `iamport-kit: ${message}\n` });
  });
});
