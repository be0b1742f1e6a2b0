import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { AnySchemaObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli, type CliResult } from './run-cli.js';

const GENERATED = path.resolve('generated');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, value: unknown): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), JSON.stringify(value, null, 2));
}

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

/** Validates `a.json` as what a notification carries. Its merchant_uid is missing when it is bad. */
function validate(...args: string[]): Promise<CliResult> {
  return runCli(['validate', 'a.json', '--schema', 'PaymentWebhook', '--generated', GENERATED, ...args], folder);
}

const good = { imp_uid: 'imp_1', merchant_uid: 'o', status: 'paid' };
const bad = { imp_uid: 'imp_1', status: 'paid' };

describe('formats', () => {
  it.each([
    ['pretty', /^a\.json:1:1 {2}error {2}fixture\/required\n/],
    ['compact', /^a\.json:1:1: error: .* \[fixture\/required\]\n1 problem/],
    ['json', /^\{\n {2}"diagnostics": \[\n/],
    ['sarif', /"version": "2\.1\.0"/],
    ['junit', /<failure type="fixture\/required"/],
    ['github', /^::error file=a\.json,line=1,col=1,(endColumn=\d+,)?title=fixture\/required::/],
    ['checkstyle', /source="iamport-kit\.fixture\/required"/],
    ['codeclimate', /"check_name": "fixture\/required"/],
    ['markdown', /^\| Place \| Severity \| Code \| Problem \|\n/],
  ])('prints %s', async (format, text) => {
    put('a.json', bad);
    const { code, stdout, stderr } = await validate('--format', format);
    expect(stdout).toMatch(text);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it('writes any number of others to files, whole and in new folders', async () => {
    put('a.json', bad);
    const { stdout } = await validate('--format', 'github', '--output', 'sarif=out/x.sarif', '--output', 'json=r.json');
    expect(stdout).toMatch(/^::error [^\n]*\n$/);
    expect(JSON.parse(read('out/x.sarif'))).toHaveProperty('runs');
    expect(JSON.parse(read('r.json'))).toHaveProperty('diagnostics.0.code', 'fixture/required');
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'out', 'r.json']);
  });

  it('prints JSON as the schema says that the package ships', async () => {
    const schema = JSON.parse(readFileSync('scripts/dist/report/report.schema.json', 'utf8')) as AnySchemaObject;
    const isReport = new Ajv2020().compile(schema);
    put('a.json', bad);
    expect(isReport(JSON.parse((await validate('--format', 'json')).stdout))).toBe(true);
    expect(readFileSync('scripts/dist/report/baseline.schema.json', 'utf8')).toContain('"fingerprint"');
  });

  it('counts, names versions, and lists the files and how each got its schema', async () => {
    put('PaymentWebhook/a.json', { imp_uid: 'imp_1', merchant_uid: 'o', status: 'paid' });
    const line = JSON.stringify({
      $schema: 'iamport-kit:PaymentWebhook',
      imp_uid: 'imp_1',
      merchant_uid: 'o',
      status: 'paid',
    });
    writeFileSync(path.join(folder, 'b.010-9876-5432.ndjson'), `${line}\n${line}\n{"imp_uid":1}\n`);
    const { code, stdout } = await runCli(
      [
        'validate',
        'PaymentWebhook',
        'b.010-9876-5432.ndjson',
        '--format',
        'json',
        '--generated',
        path.resolve('generated'),
      ],
      folder,
    );
    const { summary, versions, files } = JSON.parse(stdout) as Record<string, unknown>;
    expect({ code, summary, versions, files }).toEqual({
      code: 1,
      summary: { errors: 1, warnings: 0, accepted: 0, filesWithFindings: 1, files: 2, documents: 4 },
      versions: { tool: '0.1.0', document: { title: "i'mport (PortOne V1) payments API", version: '0.1.0' } },
      files: [
        {
          file: 'PaymentWebhook/a.json',
          documents: 1,
          schemas: [{ schema: 'PaymentWebhook', by: 'convention', documents: 1 }],
        },
        {
          file: 'b.•••••••••••••.ndjson',
          documents: 3,
          schemas: [{ schema: 'PaymentWebhook', by: '$schema', documents: 2 }],
        },
      ],
    });
  });

  it('writes them for a clean run too', async () => {
    put('a.json', good);
    const { code } = await validate('--output', 'junit=j.xml');
    expect(code).toBe(0);
    expect(read('j.xml')).toContain('name="clean"');
  });
});

describe('languages', () => {
  it('follows the locale, and --lang before it', async () => {
    put('a.json', bad);
    const korean = { LANG: 'ko_KR.UTF-8' };
    const args = ['validate', 'a.json', '--schema', 'PaymentWebhook', '--generated', GENERATED];
    expect((await runCli(args, folder, korean)).stdout).toMatch(/파일 1개 중 1개에서 문제 1건/);
    expect((await runCli([...args, '--lang', 'en'], folder, korean)).stdout).toMatch(/1 problem in 1 of 1 file/);
  });

  it('explains codes in both, and lists all', async () => {
    expect((await runCli(['explain', 'baseline/unused'], folder)).stdout).toMatch(
      /^baseline\/unused {2}error\n.*\n\nWhy\n/,
    );
    expect((await runCli(['explain', 'struct', '--lang', 'ko'], folder)).stdout).toMatch(/\n원인\n[^]*\n해결\n/);
    const { stdout, code } = await runCli(['explain'], folder);
    expect(code).toBe(0);
    for (const line of stdout.trimEnd().split('\n')) expect(line).toMatch(/^\S+ {2,}\S/);
    expect(await runCli(['explain', 'amount-is-numbr'], folder)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'iamport-kit: unknown code "amount-is-numbr"; did you mean "amount-is-number"?\n',
    });
  });
});

describe('adoption', () => {
  it('takes findings into a baseline, and gives them back when they change', async () => {
    put('a.json', bad);
    expect(await validate('--update-baseline')).toMatchObject({ code: 2, stdout: '' });
    expect(existsSync(path.join(folder, 'iamport-kit.baseline.json'))).toBe(false);
    const update = await validate('--update-baseline', '--reason', 'recorded in 2024');
    expect(update).toMatchObject({ code: 0, stderr: 'iamport-kit.baseline.json: 1 finding, 1 new, 0 gone\n' });
    expect(read('iamport-kit.baseline.json')).toContain('"reason": "recorded in 2024"');
    expect(await validate()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 more problem in the baseline\n') as string,
    });
    put('a.json', good);
    const { code, stdout } = await validate();
    expect(stdout).toContain('iamport-kit.baseline.json:4:5  error  baseline/unused\n');
    expect(code).toBe(1);
  });

  it('gives back what has expired', async () => {
    put('a.json', bad);
    await validate('--baseline', 'b.json', '--update-baseline', '--reason', 'R', '--until', '2000-01-01');
    const { code, stdout } = await validate('--baseline', 'b.json');
    expect(stdout).toContain('fixture/required');
    expect(stdout).not.toContain('baseline/unused');
    expect(code).toBe(1);
  });

  it('weighs codes, and fails when asked to', async () => {
    writeFileSync(path.join(folder, 'a.json'), '{');
    const warn = ['--rule', 'fixture/syntax=warn'];
    expect((await validate('--rule', 'fixture/syntax=off')).code).toBe(0);
    expect((await validate('--fail-on', 'none')).code).toBe(0);
    expect((await validate(...warn)).code).toBe(0);
    expect((await validate(...warn, '--fail-on', 'warning')).code).toBe(1);
    expect(await validate(...warn, '--quiet', '--max-warnings', '0')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'iamport-kit: more warnings than --max-warnings allows (1)\n',
    });
  });

  it('shows no more than --limit, and counts the rest', async () => {
    put('a.json', { imp_uid: 1, merchant_uid: 2, status: 'paid' });
    const { stdout } = await validate('--limit', '1', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{}], omitted: 1 });
  });
});

describe('a bug of ours', () => {
  it('is told with what to do, and exit code 70', async () => {
    const broken = "process.cwd = () => { throw new Error('boom'); };";
    const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(broken)}` };
    const { code, stdout, stderr } = await runCli(['explain'], folder, env);
    expect(stderr).toMatch(
      /^iamport-kit: this is a bug in iamport-kit, not in your files\. Please report it.*\nError: boom\n/,
    );
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
  });

  it('is told without the secrets that its words hold', async () => {
    const secrets = ['4364-2012-3456-7895', '010-9876-5432', 'kim@naver.com', '880515-2345678'];
    const broken = 'process.cwd = () => { throw new Error(process.env.WORDS); };';
    const env = {
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(broken)}`,
      WORDS: `at ${secrets.join(' or ')}`,
    };
    const { code, stderr } = await runCli(['explain'], folder, env);
    expect(code).toBe(70);
    expect(stderr).toContain('\nError: at 4364-••••-••••-7895 or ');
    expect(stderr).not.toMatch(/2012|9876|5432|naver|880515|2345678/);
  });
});

describe('bad usage is told in one line, with exit code 2', () => {
  it.each([
    [['--format', 'xml'], /unknown format "xml"/],
    [['--format', 'json', '--format', 'sarif'], /only one format can be printed/],
    [['--output', 'sarif'], /--output expects FORMAT=FILE/],
    [['--output', 'json=a.json/x'], /cannot write a\.json\/x/],
    [['--lang', 'fr'], /unknown language "fr"; expected one of: en, ko/],
    [['--fail-on', 'info'], /--fail-on expects error, warning or none/],
    [['--max-warnings', '-1'], /the value of --max-warnings begins with a dash/],
    [['--limit', 'all'], /--limit expects a whole number/],
    [['--rule', 'fixture/syntx=off'], /unknown rule "fixture\/syntx"; did you mean "fixture\/syntax"\?/],
    [['--rule', 'fixture/required'], /--rule expects CODE=off/],
    [['--baseline', 'none.json'], /cannot read none\.json \(no such file\)/],
    [['--baseline', 'a.json'], /a\.json is not a baseline/],
    [['--reason', 'R'], /--reason needs --update-baseline/],
    [['--update-baseline', '--reason', 'R', '--until', 'soon'], /--until expects a day/],
  ])('%j', async (args, message) => {
    put('a.json', bad);
    const { code, stdout, stderr } = await validate(...args);
    expect(stderr).toMatch(message);
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
    expect(read('a.json')).toBe(JSON.stringify(bad, null, 2));
  });
});
