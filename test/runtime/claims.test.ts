// A server of its own in one test: the other side counts requests of several clients.
import { setTimeout as sleep } from 'node:timers/promises';

import { PGlite } from '@electric-sql/pglite';
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  memoryClaims,
  POSTGRES_TABLE,
  postgresClaims,
  postgresTokenStore,
  redisClaims,
  redisTokenStore,
  type Claims,
  type PostgresPool,
} from '../../src/claims.js';
import { success } from './api-server.js';
import { connectToPostgres, POSTGRES_URL } from './postgres-server.js';
import { connectTo, isTokenRequest, PAYMENT } from './setting.js';
import type { TokenStore } from '../../src/index.js';

const REDIS_URL = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';

const io = new Redis(REDIS_URL, { lazyConnect: true, retryStrategy: () => null });
io.on('error', () => undefined);
const node = createClient({ url: REDIS_URL, socket: { reconnectStrategy: false } });
node.on('error', () => undefined);
const hasRedis = await io.connect().then(
  () => node.connect().then(() => true),
  () => false,
);
if (!hasRedis) console.warn(`Redis was not tested: there is none at ${REDIS_URL}`);

// Without a server PGlite stands in: the same SQL, in this process.
const server = await connectToPostgres();
if (server === undefined) console.warn(`A PostgreSQL server was not tested: no pg, or none at ${POSTGRES_URL}`);
const embedded = new PGlite();
const pool: PostgresPool = { query: (text, values) => embedded.query(text, values) };
const pools = Object.entries({ PGlite: pool, ...(server && { 'a PostgreSQL server': server }) });

beforeAll(async () => {
  for (const [, one] of pools) {
    await one.query(POSTGRES_TABLE);
    await one.query(POSTGRES_TABLE);
  }
});
afterAll(async () => {
  await embedded.close();
  await server?.end();
  io.disconnect();
  if (hasRedis) await node.quit();
});

const prefix = `test:${crypto.randomUUID()}:`;

const makers: [string, boolean, (retentionMs: number) => Claims][] = [
  ['memory', true, () => memoryClaims()],
  ...pools.map(([name, one]): [string, boolean, (retentionMs: number) => Claims] => [
    name,
    true,
    (retentionMs) => postgresClaims(one, { retentionMs }),
  ]),
  ['ioredis', hasRedis, (retentionMs) => redisClaims(io, { prefix, retentionMs })],
  ['node-redis', hasRedis, (retentionMs) => redisClaims(node, { prefix: `node:${prefix}`, retentionMs })],
];

describe.each(makers.filter(([, isThere]) => isThere))('claims in %s', (_name, _isThere, make) => {
  it('are given to one of many, and act for their owner only', async () => {
    const claims = make(60_000);
    const answers = await Promise.all(Array.from({ length: 20 }, () => claims.claim('imp_1:paid', 60_000)));
    const owned = answers.filter((answer) => answer.state === 'claimed');
    expect([owned.length, answers.filter(({ state }) => state === 'busy').length]).toEqual([1, 19]);
    const { token } = owned[0]!;
    expect(await claims.renew('imp_1:paid', 'another', 60_000)).toBe(false);
    expect(await claims.confirm('imp_1:paid', 'another')).toBe(false);
    expect(await claims.release('imp_1:paid', 'another')).toBe(false);
    expect(await claims.renew('imp_1:paid', token, 60_000)).toBe(true);
    expect(await claims.confirm('imp_1:paid', token)).toBe(true);
    expect(await claims.claim('imp_1:paid', 1000)).toEqual({ state: 'done' });
    expect(await claims.release('imp_1:paid', token)).toBe(false);
    expect(await claims.claim('imp_1:paid', 1000)).toEqual({ state: 'done' });
  });

  it('that are released or expire can be claimed again, and not by their first owner', async () => {
    const claims = make(60_000);
    const first = await claims.claim('imp_2:paid', 60_000);
    if (first.state === 'claimed') expect(await claims.release('imp_2:paid', first.token)).toBe(true);
    const second = await claims.claim('imp_2:paid', 30);
    expect(second.state).toBe('claimed');
    await sleep(60);
    const third = await claims.claim('imp_2:paid', 60_000);
    expect(third.state).toBe('claimed');
    if (second.state === 'claimed') expect(await claims.confirm('imp_2:paid', second.token)).toBe(false);
  });
});

it.each(pools)('%s forgets done work after its retention, and purges', async (_name, one) => {
  const claims = postgresClaims(one, { retentionMs: 20 });
  const claim = await claims.claim('imp_3:paid', 1000);
  if (claim.state === 'claimed') await claims.confirm('imp_3:paid', claim.token);
  await sleep(40);
  await claims.purge();
  expect((await one.query("SELECT key FROM iamport_kit_claims WHERE key = 'imp_3:paid'")).rows).toEqual([]);
});

const stores: [string, boolean, () => TokenStore][] = [
  ...pools.map(([name, one]): [string, boolean, () => TokenStore] => [name, true, () => postgresTokenStore(one)]),
  ['ioredis', hasRedis, () => redisTokenStore(io)],
  ['node-redis', hasRedis, () => redisTokenStore(node)],
];

describe.each(stores.filter(([, isThere]) => isThere))('a token store in %s', (_name, _isThere, make) => {
  it('lets 8 cold clients with 50 calls each ask for one token', async () => {
    const impKey = crypto.randomUUID();
    const now = Math.floor(Date.now() / 1000);
    const { server, another } = await connectTo((request) =>
      isTokenRequest(request)
        ? { ...success({ access_token: 'token', now, expired_at: now + 1800 }), headersAfter: 30 }
        : success(PAYMENT),
    );
    const clients = Array.from({ length: 8 }, () => another({ impKey, tokenStore: make() }));
    await Promise.all(
      clients.flatMap((iamport) => Array.from({ length: 50 }, () => iamport.payments.get({ imp_uid: 'imp_1' }))),
    );
    expect(server.requests.filter(isTokenRequest)).toHaveLength(1);
  });
});
