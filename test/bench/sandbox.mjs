// What the sandbox promises: reads a second in process, memory for 10,000 payments, and how soon it says where it listens.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

const READS = `
  import { createSandbox } from './scripts/sandbox/dist/sandbox.js';
  const sandbox = createSandbox();
  const window = await sandbox.merchant().requestPay({ merchant_uid: 'o', amount: 1004, name: 'n' });
  await window.approve();
  const url = 'https://sandbox.invalid';
  const body = JSON.stringify({ imp_key: 'imp_sandbox_1', imp_secret: 'sandbox' });
  const json = { 'content-type': 'application/json' };
  const granted = await (await sandbox.fetch(url + '/users/getToken', { method: 'POST', headers: json, body })).json();
  const headers = { authorization: granted.response.access_token };
  const read = async () => (await sandbox.fetch(url + '/payments/' + window.imp_uid, { headers })).json();
  for (let index = 0; index < 1000; index += 1) await read();
  const began = performance.now();
  for (let index = 0; index < 10_000; index += 1) await read();
  console.log(10_000_000 / (performance.now() - began));
`;

const MEMORY = `
  import { createSandbox } from './scripts/sandbox/dist/sandbox.js';
  const merchant = createSandbox().merchant();
  for (let index = 0; index < 10_000; index += 1) {
    const window = await merchant.requestPay({ merchant_uid: 'o-' + index, amount: 1004, name: 'n' });
    await window.approve();
  }
  if (merchant.payments().length !== 10_000) throw new Error('not all were paid');
  globalThis.gc();
  console.log(process.memoryUsage().rss / 1e6);
`;

const numberFrom = (program) =>
  Number(execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', program], { encoding: 'utf8' }));

/** Milliseconds until a program writes its first output. */
async function timeToOutput(args) {
  const began = performance.now();
  const child = spawn(process.execPath, args);
  await once(child.stdout, 'data');
  const time = performance.now() - began;
  child.kill();
  await once(child, 'close');
  return time;
}

/** The best of some runs: other work on the machine makes the others slower. */
async function best(args, runs = 7) {
  const times = [];
  for (let run = 0; run < runs; run += 1) times.push(await timeToOutput(args));
  return Math.min(...times);
}

export async function measureSandbox() {
  const bare = await best(['-e', 'console.log(0)']);
  const start = await best(['scripts/bin/iamport-kit.js', 'sandbox', '--port', '0']);
  return [
    { name: 'sandbox: reads a second in process', value: numberFrom(READS), atLeast: 2000, note: '' },
    { name: 'sandbox: 10,000 payments, MB', value: numberFrom(MEMORY), atMost: 200, note: 'the whole process' },
    { name: 'sandbox: says where it listens, ms', value: start, atMost: 500, note: `bare Node: ${bare.toFixed(0)} ms` },
  ];
}
