import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

const ROOT = process.cwd();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string | Buffer): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

const validate = (...args: string[]): ReturnType<typeof runCli> =>
  runCli(['validate', '--generated', path.join(ROOT, 'generated'), ...args], folder);

describe('the program', () => {
  it('explains itself', async () => {
    const { code, stdout } = await runCli(['--help'], folder);
    expect(code).toBe(0);
    for (const word of ['generate', 'lint', 'validate', 'explain', 'Exit codes']) expect(stdout).toContain(word);
    expect((await runCli([], folder)).code).toBe(2);
  });

  it.each(['generate', 'lint', 'validate', 'explain'])('explains %s, with every flag and examples', async (command) => {
    const { code, stdout } = await runCli([command, '--help'], folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Usage: iamport-kit \w+ /);
    expect(stdout).toMatch(/Examples:\n {2}iamport-kit /);
  });

  it('tells its version', async () => {
    expect((await runCli(['--version'], folder)).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('lint', () => {
  it("finds the project's own spec clean", async () => {
    expect(await runCli(['lint'], ROOT)).toEqual({ code: 0, stdout: 'spec/openapi.yaml is clean\n', stderr: '' });
  });

  it('names file, line and column across files', async () => {
    put(
      'openapi.yaml',
      "openapi: 3.1.0\ninfo: { title: T, version: '1', license: { name: MIT, url: 'https://x.example' } }\nservers: [{ url: 'https://x.example' }]\ncomponents:\n  schemas:\n    Thing: { $ref: 'schemas/thing.yaml#/Thing' }\n",
    );
    put('schemas/thing.yaml', 'Thing:\n  type: object\n  properties:\n    paid_amount:\n      type: integer\n');
    const { code, stdout } = await runCli(['lint', 'openapi.yaml', '--ruleset', 'iamport'], folder);
    expect(stdout).toContain(
      'schemas/thing.yaml:5:13  error  amount-is-number\n  `paid_amount` is money and must be a number.\n',
    );
    expect(code).toBe(1);
    const json = await runCli(['lint', 'openapi.yaml', '--ruleset', 'iamport', '--format', 'json'], folder);
    const { diagnostics } = JSON.parse(json.stdout) as { diagnostics: { code: string; at: object }[] };
    expect(diagnostics.find((each) => each.code === 'amount-is-number')?.at).toEqual({
      file: 'schemas/thing.yaml',
      pointer: '/Thing/properties/paid_amount/type',
      line: 5,
      column: 13,
    });
  });
});

describe('validate', () => {
  const callback =
    '{\n  "imp_uid": "imp_1",\n  "merchant_uid": "o",\n  "paid_amount": "1004",\n  "card_number": "4111111111111111"\n}\n';

  it('says where and what, never the value', async () => {
    put('callback.json', callback);
    const { code, stdout } = await validate('callback.json', '--schema', 'PaymentCallback');
    const [place, message] = stdout.split('\n');
    expect(place).toBe('callback.json:4:18  error  fixture/type');
    expect(message).toBe('  paid_amount must be a number or null, not a string');
    expect(stdout).toContain('\n  → write 1004 without quotes\n');
    expect(stdout).toMatch(/\n1 problem in 1 of 1 file \([\d.]+ s\)\n$/);
    expect(stdout).toContain('\n  5 |   "card_number": "4111••••••••1111"\n');
    expect(stdout).not.toContain('4111111111111111');
    expect(code).toBe(1);
  });

  it('prints JSON and nothing else', async () => {
    put('callback.json', callback);
    const { code, stdout, stderr } = await validate('callback.json', '--schema', 'PaymentCallback', '--format', 'json');
    expect(JSON.parse(stdout)).toEqual({
      diagnostics: [
        {
          code: 'fixture/type',
          severity: 'error',
          message: 'paid_amount must be a number or null, not a string',
          at: { file: 'callback.json', pointer: '/paid_amount', line: 4, column: 18 },
        },
      ],
      files: [
        {
          file: 'callback.json',
          documents: 1,
          schemas: [{ schema: 'PaymentCallback', by: 'flag', documents: 1 }],
        },
      ],
      summary: { accepted: 0, documents: 1, errors: 1, files: 1, filesWithFindings: 1, warnings: 0 },
      versions: { document: { title: "i'mport (PortOne V1) payments API", version: '0.1.0' }, tool: '0.1.0' },
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it('knows the bodies of an operation', async () => {
    put('ok.json', '{ "code": 1, "message": "no", "response": null }');
    put('request.json', '{\n  "ammount": 5\n}');
    expect((await validate('ok.json', '--operation', 'cancelPayment')).code).toBe(0);
    expect((await validate('ok.json', '--operation', 'cancelPayment', '--status', '401')).code).toBe(0);
    const { stdout } = await validate('request.json', '--operation', 'cancelPayment', '--status', 'request');
    expect(stdout).toContain(
      'request.json:1:1  error  fixture/any-of\n  the document must have imp_uid or merchant_uid\n',
    );
    expect(stdout).toContain(
      'request.json:2:3  error  fixture/additional-properties\n  ammount is not a property of the document; did you mean "amount"?\n',
    );
  });

  it('takes folders, and tells the schema by the place of a file', async () => {
    put('f/getToken/200.json', '{ "code": 0, "message": null, "response": {} }');
    put('f/PaymentWebhook/any.json', '{ "imp_uid": "imp_1", "merchant_uid": "o", "status": "paid" }');
    put('f/stray.json', '{}');
    const { code, stdout } = await validate('f');
    expect(code).toBe(1);
    expect(stdout).toContain('f/getToken/200.json:1:43  error  fixture/required\n  response must have access_token\n');
    expect(stdout).toContain('f/stray.json:1:1  error  fixture/unmatched\n');
    expect(stdout).toContain('4 problems in 2 of 3 files');
  });

  it.each([
    ['an empty file', '', '1:1', 'the file is empty'],
    ['a truncated file', '{\n  "imp_uid": "im', '2:14', 'the file is not JSON: unexpected end of string'],
    ['a comment', '{ // no\n}', '1:3', 'the file is not JSON: comments are not allowed'],
    [
      'bytes that are not UTF-8',
      Buffer.from([0x7b, 0xff, 0x7d]),
      '1:2',
      'the file is not UTF-8: invalid byte at offset 1',
    ],
  ])('finds %s', async (_title, text, place, message) => {
    put('x.json', text);
    const { code, stdout } = await validate('x.json', '--schema', 'PaymentCallback');
    expect(stdout).toContain(`x.json:${place}  error  fixture/syntax\n  ${message}\n`);
    expect(code).toBe(1);
  });

  it('passes over a byte order mark', async () => {
    put('x.json', '\ufeff{ "imp_uid": "imp_1", "merchant_uid": "o" }');
    expect((await validate('x.json', '--schema', 'PaymentCallback')).code).toBe(0);
  });

  it('takes 5,000 levels of nesting', async () => {
    put('x.json', `{ "imp_uid": "imp_1", "merchant_uid": "o", "custom_data": ${'['.repeat(5000)}${']'.repeat(5000)} }`);
    expect((await validate('x.json', '--schema', 'PaymentCallback')).code).toBe(0);
  });

  it.each<[title: string, args: string[], message: RegExp]>([
    ['no files', [], /no files given/],
    ['an empty name', [''], /a file name is empty/],
    ['a file that is not there', ['nowhere.json'], /cannot read nowhere\.json \(no such file\)/],
    ['a folder without JSON', ['.'], /no \.json files in \./],
    ['an unknown schema', ['x', '--schema', 'Paymen'], /unknown schema "Paymen"; did you mean "Payment"\?/],
    [
      'an unknown operation',
      ['x', '--operation', 'getPaymnt'],
      /unknown operation "getPaymnt"; did you mean "getPayment"\?/,
    ],
    [
      'an operation named like a property of all objects',
      ['x', '--operation', 'constructor'],
      /unknown operation "constructor"/,
    ],
    [
      'a status without a body',
      ['x', '--operation', 'getPayment', '--status', '500'],
      /has no body for status 500; expected one of: 200, 401, 404/,
    ],
    ['a status without an operation', ['x', '--status', '200'], /--status needs --operation/],
    ['schema and operation at once', ['x', '--schema', 'Payment', '--operation', 'getPayment'], /not both/],
    ['an unknown format', ['x', '--format', 'xml'], /unknown format "xml"/],
    ['a folder that nothing was generated into', ['x', '--generated', '.'], /has no manifest\.json/],
  ])('refuses %s', async (_title, args, message) => {
    const { code, stdout, stderr } = await validate(...args);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('colours when it is wanted, and only then', async () => {
    put('callback.json', callback);
    const args = [
      'validate',
      '--generated',
      path.join(ROOT, 'generated'),
      'callback.json',
      '--schema',
      'PaymentCallback',
    ];
    expect((await runCli(args, folder)).stdout).not.toContain('\u001b');
    expect((await runCli(args, folder, { FORCE_COLOR: '1' })).stdout).toContain('\u001b[31merror');
    expect((await runCli(args, folder, { NO_COLOR: '1' })).stdout).not.toContain('\u001b');
  });
});
