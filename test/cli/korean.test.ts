import { rmSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { folderWith, runKorean } from './korean-runs.js';

const GENERATED = path.resolve('generated');
const PET = "openapi: 3.1.0\ninfo: { title: A, version: '1' }\n";
const OPERATION = "get: { operationId: listPets, tags: [pets], responses: { '200': { description: '' } } }";

const FILES: Readonly<Record<string, string>> = {
  'good.yaml': `${PET}servers: [{ url: https://a.b }]\npaths: { /pets: { ${OPERATION} } }\n`,
  'bad.yaml': `${PET}paths:\n  /pets/: { get: { sumary: x, responses: { '200': { description: '<script>' } } } }\n  /a/{}: { get: { operationId: a b } }\n`,
  'broken.yaml': 'openapi: [3.1.0\n',
  'deep.yaml': `${PET}x-a: { __proto__: { a: 1 } }\n`,
  'example.yaml': `${PET}paths: { /a: { get: { responses: { '200': { description: '', content: { application/json: { examples: { a: { externalValue: evil.json }, b: { externalValue: none.json } } } } } } } } }\n`,
  'evil.json': '{ "__proto__": 1 }',
  'swagger.yaml': "swagger: '2.0'\n",
  'overlay.yaml':
    "overlay: 1.0.0\ninfo: { title: O, version: '1' }\nactions: [{ target: $.nowhere, remove: true }, { target: '!' }, { target: $.info }]\n",
  'fixtures/PaymentWebhook/good.json': '{ "imp_uid": "imp_1", "merchant_uid": "o", "status": "paid" }',
  'fixtures/PaymentWebhook/bad.json': '{ "imp_uid": 1, "merchant_uid": "o", "status": "payd", "x": 1, "x": 2 }',
  'fixtures/PaymentWebhook/broken.json': '{ "imp_uid": // no\n}',
  'fixtures/PaymentWebhook/broken.yaml': 'a: "b\n',
  'fixtures/PaymentWebhook/empty.json': '',
  'fixtures/unknown/a.json': '{}',
  'fixtures/named.json': '{ "$schema": "iamport-kit:Paymnt" }',
  'fixtures/status.json': '{ "$schema": "iamport-kit:getPayment#299" }',
  'fixtures/other.json': '{ "$schema": "https://json-schema.org/draft/2020-12/schema" }',
  'broken.json': '{',
  'baseline.json': '{}',
};

let folder: string;
beforeAll(() => {
  folder = folderWith(FILES);
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each<[code: number, args: string]>([
  [2, ''],
  [0, '--help'],
  ...['generate', 'lint', 'validate', 'explain', 'sandbox'].map((name): [number, string] => [0, `${name} --help`]),
  [0, 'explain'],
  [0, 'explain fixture/type struct overlay no-unresolved-refs amount-is-number'],
  [2, 'explain nothing-like-it'],
  [2, 'generat'],
  [2, 'validate'],
  [2, 'validate none.json'],
  [2, 'validate none-*.json'],
  [2, 'validate fixtures --nonsense'],
  [2, 'validate fixtures --schema'],
  [2, 'validate fixtures --schema Paymnt'],
  [2, 'validate fixtures --operation getPaymnt'],
  [2, 'validate fixtures --operation getPayment --status 299'],
  [2, 'validate fixtures --fail-on never'],
  [2, 'validate fixtures --config broken.json'],
  [2, 'validate fixtures --config none.json'],
  [2, 'validate fixtures --baseline baseline.json'],
  [2, 'validate fixtures --generated none'],
  [2, 'validate fixtures --output json=fixtures/named.json'],
  [2, 'validate fixtures --output json=/proc/none/a.json'],
  [2, 'validate fixtures --output json=/dev/fd/987654'],
  [1, `validate fixtures --generated ${GENERATED}`],
  [1, `validate fixtures --generated ${GENERATED} --explain --coverage`],
  [1, `validate fixtures --generated ${GENERATED} --schema auto`],
  [1, `validate fixtures --generated ${GENERATED} --fix --dry-run`],
  [1, `validate fixtures --generated ${GENERATED} --redact`],
  [1, `validate fixtures --generated ${GENERATED} --max-warnings 0 --limit 1`],
  [0, `validate fixtures/PaymentWebhook/good.json --generated ${GENERATED}`],
  [0, 'lint good.yaml'],
  [1, 'lint bad.yaml'],
  [1, 'lint example.yaml'],
  [2, 'lint none.yaml'],
  [2, 'lint broken.yaml'],
  [2, 'lint deep.yaml'],
  [2, 'lint swagger.yaml'],
  [1, 'lint overlay.yaml --spec good.yaml'],
  [2, 'lint good.yaml --ruleset none'],
  [2, 'lint good.yaml --rule none=off'],
  [0, 'lint good.yaml --update-baseline --reason x'],
  [1, 'generate --spec bad.yaml --out gen'],
  [2, 'generate --spec none.yaml --out gen'],
  [2, 'generate --spec good.yaml --out .'],
  [2, 'generate --spec good.yaml --out gen --include cats'],
  [1, 'generate --spec good.yaml --out gen --check'],
  [0, 'generate --spec good.yaml --out gen'],
  [0, 'generate --spec good.yaml --out gen'],
  [0, 'generate --spec good.yaml --out gen --check'],
])('exit %i of "%s" without a word of English', async (code, args) => {
  const run = await runKorean(
    args.split(' ').filter((arg) => arg !== ''),
    folder,
  );
  expect(run.words, run.text).toEqual([]);
  expect(run.code).toBe(code);
});
