// Processor time of calls, ours against openapi-fetch alone: samples of milliseconds a call, as JSON.
// Arguments: port, payments an answer, rounds.
import createFetchClient from 'openapi-fetch';

import { createIamport } from '../../dist/src/index.js';

const [port, count, rounds] = process.argv.slice(2).map(Number);
const baseUrl = `http://127.0.0.1:${port}`;
const headers = { authorization: 'bench-token', accept: 'application/json' };
const ids = Array.from({ length: 100 }, (_, index) => `imp_${100_000_000_000 + index}`);

function withKit(options) {
  const { payments } = createIamport({ impKey: '1234567890123456', impSecret: 's'.repeat(80), baseUrl, ...options });
  if (count === 1) return () => payments.get({ imp_uid: 'imp_448280090638' });
  return () => payments.list({ imp_uid: ids });
}

function withOpenapiFetch() {
  const client = createFetchClient({ baseUrl, headers });
  if (count === 1) {
    return () => client.GET('/payments/{imp_uid}', { params: { path: { imp_uid: 'imp_448280090638' } } });
  }
  return () => client.GET('/payments', { params: { query: { 'imp_uid[]': ids } } });
}

const SUBJECTS = {
  'openapi-fetch': withOpenapiFetch(),
  on: withKit({}),
  off: withKit({ validate: { request: 'off', response: 'off' } }),
};
const calls = count === 1 ? 25 : 5;

/** User and system time together: how the kernel divides them is a guess by ticks of 10 ms, their sum is exact. */
async function milliseconds(call) {
  const before = process.cpuUsage();
  for (let number = 0; number < calls; number += 1) await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / calls;
}

const samples = Object.fromEntries(Object.keys(SUBJECTS).map((name) => [name, []]));
const warmUp = 80;
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 2, 0],
  [1, 0, 2],
  [2, 0, 1],
  [2, 1, 0],
];
for (let round = -warmUp; round < rounds; round += 1) {
  // In another order every round, so that none always pays for the garbage of the same one.
  const names = Object.keys(SUBJECTS);
  const turned = ORDERS[(round + warmUp) % ORDERS.length].map((index) => names[index]);
  for (const name of turned) {
    const spent = await milliseconds(SUBJECTS[name]);
    if (round >= 0) samples[name].push(spent);
  }
}
console.log(JSON.stringify(samples));
process.exit();
