import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { everyEntry } from '../../scripts/lint/every-entry.js';
import { startSandbox, type RunningSandbox } from '../../scripts/sandbox/start.js';
import { englishWordsIn } from '../english-words.js';
import { runCli } from './run-cli.js';

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
  'scenario-empty.yaml': '{}',
  'scenario-step.yaml': 'steps: [{ dance: {} }]',
  'scenario-call.yaml': 'steps: [{ call: { operation: getPaymnt } }]',
  'scenario-expect.yaml':
    "steps: [{ requestPay: { merchant_uid: o, amount: 5 }, as: pay }, { expect: { imp_uid: '${pay.imp_uid}', status: paid } }]",
};

let folder: string;
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

/** What a run prints, without the lines of files that reports quote, usage lines and examples of commands. */
async function said(args: readonly string[]): Promise<{ readonly text: string; readonly code: number | null }> {
  const filled = args.map((arg) => arg.replace('SANDBOX', sandbox.url));
  const { stdout, stderr, code } = await runCli([...filled, '--lang', 'ko'], folder);
  const lines = `${stdout}\n${stderr}`.split('\n');
  const ours = lines.filter((line) => !/^\s*(?:\d*\s*\||> *\d+ \||사용법:|[-+@] |zcat|iamport-kit (?!:))/.test(line));
  return { text: ours.join('\n'), code };
}

/** Coverage lists the tags of the API. */
const OPERATION_TAGS = [...readFileSync('spec/openapi.yaml', 'utf8').matchAll(/^ {2}- name: (\S+)/gm)].map(
  ([, tag = '']) => tag,
);

// Names that stay as they are: commands, values of flags, formats, parts of OpenAPI and of the documents above.
const NAMES = new Set([
  ...Object.keys(everyEntry()),
  ...'sandbox trigger log snapshot restore reset scenario advance fault settings resend ID FILE DURATION KIND form frozen duplicate browser-first browser-lost en ko N ADDRESS KEY ORDER EVENT'.split(
    ' ',
  ),
  ...'webhook-first webhook-lost real integer string USD DI JSONPath'.split(' '),
  ...'node status ready paid cancelled failed x schemas gen cats pets'.split(' '),
  ...OPERATION_TAGS,
  ...'js ts none import generated https $ref Ctrl-C Content-Type format number Tier Basic'.split(' '),
  ...'pretty compact json sarif junit github checkstyle codeclimate markdown yaml'.split(' '),
]);

/** Belongs to the syntax of diffs. */
const UNENDED = '\\ No newline at end of file';

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
  [2, 'sandbox x'],
  [2, 'sandbox --port x'],
  [2, 'sandbox log --url http://127.0.0.1:1'],
  [2, 'sandbox snapshot --url http://127.0.0.1:1'],
  [2, 'sandbox scenario none.yaml'],
  [2, 'sandbox scenario broken.yaml'],
  [2, 'sandbox --port 0 --scenario none.yaml'],
  [2, 'sandbox --port 0 --scenario .'],
  [2, 'sandbox --port 0 --state broken.json'],
  [2, 'sandbox --port 0 --state baseline.json'],
  ...[
    'trigger foo',
    'trigger payment.paid --set order=x',
    'trigger payment.paid --set amount=much',
    'trigger payment.paid --imp-uid imp_9',
    'trigger payment.paid --key nokey',
    'trigger payment.paid --set amount=-1',
    'fault nope',
    'fault slow --set operation=getPaymnt',
    'fault slow --set time=1',
    'fault slow --set times=0',
    'restore 99',
    'advance xx',
    'resend 99',
    'reset --seed 1.5',
    'reset --seed x',
    'settings --key nokey',
    'settings --set odrer=x',
    'settings --set order=never',
    'settings --set webhookRetries=9',
    'settings --set webhookUrl=x',
    'settings --set tiers=1',
    'settings --set channelGroups=1',
    ...['empty', 'step', 'call', 'expect'].map((name) => `scenario scenario-${name}.yaml`),
  ].map((call): [number, string] => [2, `sandbox ${call} --url SANDBOX`]),
])('exit %i of "%s" without a word of English', async (code, args) => {
  const { text, code: got } = await said(args.split(' ').filter((arg) => arg !== ''));
  const words = englishWordsIn(text.replaceAll(folder, '').replaceAll(UNENDED, '')).filter((word) => !NAMES.has(word));
  expect(words, text).toEqual([]);
  expect(got).toBe(code);
});
