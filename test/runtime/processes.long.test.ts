// A server of its own: it counts the requests of eight processes.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { Redis } from 'ioredis';
import { afterAll, describe, expect, it, vi } from 'vitest';

import { success } from './api-server.js';
import { connectToPostgres, POSTGRES_URL } from './postgres-server.js';
import { connectTo, isTokenRequest, PAYMENT } from './setting.js';

vi.setConfig({ testTimeout: 120_000 });

const run = promisify(execFile);
const redisUrl = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';

const redis = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null });
redis.on('error', () => undefined);
const hasRedis = await redis.connect().then(
  () => true,
  () => false,
);
redis.disconnect();
const postgres = await connectToPostgres();
if (!hasRedis) console.warn(`Redis was not tested: there is none at ${redisUrl}`);
if (postgres === undefined) console.warn(`A PostgreSQL server was not tested: no pg, or none at ${POSTGRES_URL}`);
afterAll(() => postgres?.end());

/** Runs the program in eight processes at the same time, and gives what they print. */
async function inEightProcesses(options: object): Promise<string[]> {
  const root = process.env.IAMPORT_KIT_INSTALLED ?? process.cwd();
  const args = [path.resolve('test/runtime/claim-process.mjs'), JSON.stringify({ root, redisUrl, ...options })];
  const runs = Array.from({ length: 8 }, () => run(process.execPath, args));
  return (await Promise.all(runs)).map(({ stdout }) => stdout);
}

describe.each([
  ['Redis', hasRedis, {}],
  ['PostgreSQL', postgres !== undefined, { postgres: postgres?.options }],
])('eight processes and %s', (_name, isThere, place) => {
  it.skipIf(!isThere)('give each of 100 claims to one of them', async () => {
    const keys = Array.from({ length: 100 }, (_value, index) => `imp_${index}:paid`);
    const prefix = `test:${crypto.randomUUID()}:`;
    const owned = await inEightProcesses({ ...place, task: 'claim', keys, prefix });
    // Edge: what the program prints.
    expect(owned.flatMap((text) => JSON.parse(text) as string[]).sort()).toEqual([...keys].sort());
  });

  it.skipIf(!isThere)('ask for one token, cold and with 50 calls each', async () => {
    const now = Math.floor(Date.now() / 1000);
    const { server } = await connectTo((request) =>
      isTokenRequest(request)
        ? { ...success({ access_token: 'token', now, expired_at: now + 1800 }), headersAfter: 100 }
        : success(PAYMENT),
    );
    const client = { impKey: crypto.randomUUID(), baseUrl: server.baseUrl };
    await inEightProcesses({ ...place, task: 'call', client });
    expect(server.requests.filter(isTokenRequest)).toHaveLength(1);
    expect(server.calls()).toHaveLength(400);
  });
});
