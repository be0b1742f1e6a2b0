import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli, type CliResult } from './run-cli.js';

const ROOT = process.cwd();
const WEBHOOK = '{ "imp_uid": "imp_1", "merchant_uid": "o", "status": "paid" }';
const TOKEN = '{ "code": 0, "message": null, "response": { "access_token": "t", "now": 1, "expired_at": 2 } }';
const REFUSAL = '{ "code": 1, "message": "no", "response": null }';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

const validate = (...args: string[]): Promise<CliResult> =>
  runCli(['validate', '--generated', path.join(ROOT, 'generated'), ...args], folder);

/** What `--explain` says, wherever it is printed. */
async function explained(...args: string[]): Promise<string[]> {
  const { stdout, stderr } = await validate('--explain', ...args);
  return `${stdout}${stderr}`.split('\n').filter((line) => /(so|shape|schema)$/.test(line));
}

const withSchema = (name: string): string => WEBHOOK.replace('{', `{\n  "$schema": ${JSON.stringify(name)},\n `);

describe('the first that says something counts', () => {
  it('flags, "$schema", the config, the place', async () => {
    put('getToken/200.json', withSchema('iamport-kit:PaymentWebhook'));
    put('getToken/200.plain.json', TOKEN);
    put('stray.json', WEBHOOK);
    put('iamport-kit.config.yaml', 'fixtures:\n  - files: "**/200.*"\n    operation: getPayment\n    status: 404\n');
    expect(await explained('.', '--operation', 'getToken')).toEqual([
      'getToken/200.json  TokenResponse (getToken 200): the flags say so',
      'getToken/200.plain.json  TokenResponse (getToken 200): the flags say so',
      'stray.json  TokenResponse (getToken 200): the flags say so',
    ]);
    expect(await explained('.')).toEqual([
      'getToken/200.json  PaymentWebhook: its "$schema" says so',
      'getToken/200.plain.json  ErrorResponse (getPayment 404): the config says so',
      'stray.json  no schema',
    ]);
    const korean = await validate('.', '--explain', '--lang', 'ko');
    expect(korean.stdout).toContain('getToken/200.plain.json  ErrorResponse (getPayment 404): 설정에 따라\n');
    expect(korean.stdout).toContain('stray.json  스키마 없음\n');
    rmSync(path.join(folder, 'iamport-kit.config.yaml'));
    expect(await explained('.', '--schema', 'auto')).toEqual([
      'getToken/200.json  PaymentWebhook: its "$schema" says so',
      'getToken/200.plain.json  TokenResponse (getToken 200): its place says so',
      'stray.json  PaymentWebhook: by its shape',
    ]);
  });
});

describe('"$schema"', () => {
  it.each([
    ['iamport-kit:PaymentWebhook', 'PaymentWebhook'],
    ['iamport-kit:getToken', 'TokenResponse (getToken 200)'],
    ['iamport-kit:cancelPayment#request', 'CancelPaymentRequest (cancelPayment request)'],
    ['../node_modules/iamport-kit/dist/generated/schemas/PaymentWebhook.json', 'PaymentWebhook'],
    ['https://unpkg.com/iamport-kit/schemas/PaymentWebhook.json#', 'PaymentWebhook'],
  ])('takes %s', async (name, want) => {
    put('x.json', withSchema(name));
    expect(await explained('x.json')).toEqual([`x.json  ${want}: its "$schema" says so`]);
  });

  it('is no part of the document, and moves nothing in it', async () => {
    put('x.json', withSchema('iamport-kit:PaymentWebhook').replace('"o"', '1'));
    const { code, stdout } = await validate('x.json');
    expect(stdout).toContain('x.json:3:39  error  fixture/type\n');
    expect(stdout).toMatch(/\n1 problem in /);
    expect(code).toBe(1);
  });

  it.each([
    ['iamport-kit:PaymentWebook', 'unknown schema "PaymentWebook"; did you mean "PaymentWebhook"?'],
    ['iamport-kit:getPaymnt#200', 'unknown operation "getPaymnt"; did you mean "getPayment"?'],
    ['iamport-kit:getPayment#500', 'getPayment has no body for status 500; expected one of: 200, 401, 404'],
    ['./schemas/Paymnt.json', 'unknown schema "Paymnt"; did you mean "Payment"?'],
    ['https://json-schema.org/draft/2020-12/schema', '"$schema" is neither iamport-kit:NAME nor a path that ends in'],
  ])('finds that %s names nothing', async (name, message) => {
    put('x.json', withSchema(name));
    const { code, stdout } = await validate('x.json');
    expect(stdout).toContain(`x.json:2:14  error  fixture/unknown-schema\n  ${message}`);
    expect(code).toBe(1);
  });
});

describe('the config', () => {
  const config = (text: string): void => put('iamport-kit.config.json', text);

  it('takes the first entry that matches, from folders above and for stdin too', async () => {
    put('.git/HEAD', '');
    put('sub/in/a.json', TOKEN);
    put('sub/in/b.hook.json', WEBHOOK);
    config(`{ "fixtures": [
      { "files": "**/*.hook.json", "schema": "PaymentWebhook" },
      { "files": ["sub/in/*.json", "none"], "operation": "getToken", "status": 200 }
    ] }`);
    const { stdout, stderr } = await runCli(
      ['validate', '--generated', path.join(ROOT, 'generated'), '--explain', 'in'],
      path.join(folder, 'sub'),
    );
    const lines = `${stdout}${stderr}`.split('\n');
    expect(lines).toContain('in/a.json  TokenResponse (getToken 200): the config says so');
    expect(lines).toContain('in/b.hook.json  PaymentWebhook: the config says so');
  });

  it('may leave the schema to the shape', async () => {
    put('x.json', REFUSAL);
    config('{ "fixtures": [{ "files": "*.json", "schema": "auto" }] }');
    expect(await explained('x.json')).toEqual(['x.json  ErrorResponse: by its shape']);
  });

  it.each([
    [
      'an unknown key',
      '{\n  "fixture": []\n}',
      /^iamport-kit: iamport-kit\.config\.json:2:3: .*did you mean "fixtures"\?\n$/,
    ],
    [
      'an unknown schema',
      '{ "fixtures": [\n  { "files": "x", "schema": "Paymnt" }\n] }',
      /config\.json:2:29: unknown schema "Paymnt"; did you mean "Payment"\?/,
    ],
    [
      'an unknown operation',
      '{ "fixtures": [\n  { "files": "x", "operation": "getPaymnt" }\n] }',
      /config\.json:2:32: unknown operation "getPaymnt"; did you mean "getPayment"\?/,
    ],
    [
      'a status without a body',
      '{ "fixtures": [\n  { "files": "x", "operation": "getPayment", "status": 500 }\n] }',
      /config\.json:2:56: getPayment has no body for status 500; expected one of: 200, 401, 404/,
    ],
    ['a broken config', '{', /config\.json:1:2: the file is not JSON: close brace expected/],
  ])('refuses %s', async (_title, text, message) => {
    put('x.json', '{}');
    config(text);
    const { code, stdout, stderr } = await validate('x.json');
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('is the one that --config names', async () => {
    put('x.json', WEBHOOK);
    put('other/fixtures.yaml', 'fixtures: [{ files: "../x.json", schema: PaymentWebhook }]');
    expect((await validate('x.json', '--config', 'nowhere.yaml')).code).toBe(2);
    expect(await explained('x.json', '--config', 'other/fixtures.yaml')).toEqual([
      'x.json  PaymentWebhook: the config says so',
    ]);
  });
});

describe('a file that nothing is known of', () => {
  it('is a finding that says what is nearly right', async () => {
    put('getToken/500.json', TOKEN);
    put('getTokn/200.json', TOKEN);
    put('lines.ndjson', `${WEBHOOK}\n`.repeat(3));
    const { code, stdout } = await validate('.');
    expect(stdout).toContain(
      'getToken/500.json:1:1  error  fixture/unmatched\n  getToken has no body with that name; expected one of: 200, 400, 401, request',
    );
    expect(stdout).toContain('getTokn/200.json:1:1  error  fixture/unmatched\n');
    expect(stdout.match(/lines\.ndjson:\d+/g)).toEqual(['lines.ndjson:1']);
    expect(code).toBe(1);
  });
});

describe('shapes', () => {
  it.each([
    ['an answer', TOKEN, 'TokenResult'],
    ['an answer with a mistake in it', TOKEN.replace('"now": 1', '"now": "1"'), 'TokenResult'],
    ['a refusal', REFUSAL, 'ErrorResponse'],
    ['a webhook', WEBHOOK, 'PaymentWebhook'],
    ['a redirect', '{ "imp_uid": "imp_1", "merchant_uid": "o", "imp_success": "true" }', 'PaymentRedirect'],
    [
      'a callback',
      '{ "success": true, "imp_uid": "imp_1", "merchant_uid": "o", "pay_method": "card", "paid_amount": 1004, "status": "paid" }',
      'PaymentCallback',
    ],
  ])('tells %s', async (_title, text, want) => {
    put('x.json', text);
    expect(await explained('x.json', '--schema', 'auto')).toEqual([`x.json  ${want}: by its shape`]);
  });

  it('tells a schema that extends another', async () => {
    const animal = '{ type: object, required: [name], properties: { name: { type: string } } }';
    const dog = `{ allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object, required: [barks], properties: { barks: { type: boolean }, breed: { type: string } } }] }`;
    const answer = (name: string): string =>
      `get: { operationId: get${name}, responses: { '200': { description: D, content: { application/json: { schema: { $ref: '#/components/schemas/${name}' } } } } } }`;
    put(
      'openapi.yaml',
      `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /dogs: { ${answer('Dog')} }
  /cats: { ${answer('Cat')} }
components:
  schemas:
    Animal: ${animal}
    Dog: ${dog}
    Cat: { type: object, required: [name, lives], properties: { name: { type: string }, lives: { type: integer } } }
`,
    );
    expect(await runCli(['generate', '--spec', 'openapi.yaml', '--out', 'gen'], folder)).toMatchObject({ code: 0 });
    put('dog.json', '{ "name": "Rex", "barks": true, "breed": "Corgi" }');
    put('cat.json', '{ "name": "Tom", "lives": 9 }');
    const { stdout } = await runCli(
      ['validate', 'dog.json', 'cat.json', '--generated', 'gen', '--schema', 'auto', '--explain'],
      folder,
    );
    expect(stdout).toContain('dog.json  Dog: by its shape\n');
    expect(stdout).toContain('cat.json  Cat: by its shape\n');
  });

  it('knows what a page hands to the SDK, and checks it with the rules of its gateway', async () => {
    const request = { pg: 'nice_v2', pay_method: 'vbank', merchant_uid: 'o-1', amount: 1004, buyer_tel: '02-123' };
    put('pay.json', JSON.stringify(request));
    const { code, stdout } = await validate('pay.json', '--schema', 'auto');
    expect(stdout).toContain('nice_v2: vbank_due is required for virtual accounts.');
    expect(code).toBe(1);
    expect(await explained('pay.json', '--schema', 'auto')).toEqual(['pay.json  PaymentRequest: by its shape']);
  });

  it('says between which it cannot tell, and that a shape is none', async () => {
    put('x.json', '{ "imp_uid": "imp_1", "merchant_uid": "o", "error_code": "F1", "error_msg": "no" }');
    put('y.json', '{ "a": 1, "b": 2 }');
    const { code, stdout } = await validate('.', '--schema', 'auto');
    expect(stdout).toMatch(
      /x\.json:1:1 {2}error {2}fixture\/ambiguous-shape\n {2}.*: CertificationCallback, PaymentRedirect, PaymentCallback\n/,
    );
    expect(stdout).toMatch(/y\.json:1:1 {2}error {2}fixture\/unmatched\n {2}does not match any known response/);
    expect(code).toBe(1);
  });
});
