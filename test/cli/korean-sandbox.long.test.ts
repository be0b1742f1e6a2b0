import { rmSync } from 'node:fs';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { startSandbox, type RunningSandbox } from '../../scripts/sandbox/start.js';
import { folderWith, runKorean } from './korean-runs.js';

const FILES: Readonly<Record<string, string>> = {
  'broken.yaml': 'openapi: [3.1.0\n',
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
  folder = folderWith(FILES);
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

it.each<[code: number, args: string]>([
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
  const run = await runKorean(args.replace('SANDBOX', sandbox.url).split(' '), folder);
  expect(run.words, run.text).toEqual([]);
  expect(run.code).toBe(code);
});
