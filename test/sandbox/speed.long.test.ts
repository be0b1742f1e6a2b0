import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

import { expect, it } from 'vitest';

import { createSandbox } from '../../scripts/sandbox/sandbox.js';
import { createIamport } from '../../src/index.js';

it('answers at least 2,000 reads a second in process', async () => {
  const sandbox = createSandbox();
  const window = await sandbox.merchant().requestPay({ merchant_uid: 'o', amount: 1004, name: 'n' });
  if (window.outcome === 'opened') await window.approve();
  const { access_token } = await createIamport(sandbox.clientOptions()).call('getToken', {
    imp_key: 'imp_sandbox_1',
    imp_secret: 'sandbox',
  });
  const read = async (): Promise<void> => {
    const headers = { authorization: access_token };
    const response = await sandbox.fetch('https://sandbox.invalid/payments/imp_000000000001', { headers });
    await response.json();
  };
  for (let index = 0; index < 500; index += 1) await read();
  // Time of the processor, so that other work on the machine does not count.
  const began = process.cpuUsage();
  for (let index = 0; index < 4000; index += 1) await read();
  const { user, system } = process.cpuUsage(began);
  const perSecond = 4000 / ((user + system) / 1_000_000);
  expect(perSecond).toBeGreaterThan(2000);
});

// What was built, in a process of its own: nothing else counts.
const MANY = `
  import { createSandbox } from './scripts/sandbox/dist/sandbox.js';
  const sandbox = createSandbox();
  const merchant = sandbox.merchant();
  for (let index = 0; index < 10_000; index += 1) {
    const window = await merchant.requestPay({ merchant_uid: 'o-' + index, amount: 1004, name: 'n' });
    await window.approve();
  }
  if (merchant.payments().length !== 10_000) throw new Error('not all were paid');
  globalThis.gc();
  console.log(Math.round(process.memoryUsage().rss / 1e6));
`;

it('holds 10,000 payments in less than 200 MB', () => {
  const out = execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', MANY], { encoding: 'utf8' });
  expect(Number(out)).toBeLessThan(200);
});

/** Milliseconds until a program writes something: the best of five, so that other work on the machine counts less. */
async function timeToOutput(...args: string[]): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    const child = spawn(process.execPath, args);
    await once(child.stdout, 'data');
    times.push(performance.now() - began);
    child.kill();
    await once(child, 'close');
  }
  return Math.min(...times);
}

/** Milliseconds that Node itself takes on a machine with nothing else to do. */
const BARE_NODE = 60;

it('iamport-kit sandbox says within half a second where it listens', async () => {
  const bare = await timeToOutput('-e', 'console.log(0)');
  const time = await timeToOutput('scripts/bin/iamport-kit.js', 'sandbox', '--port', '0');
  // A machine on which Node itself starts slower gets more, in proportion.
  expect(time).toBeLessThan(500 * Math.max(1, bare / BARE_NODE));
});
