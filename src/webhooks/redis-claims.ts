import type { StoredToken, TokenStore } from '../auth/token-store.js';
import type { Claims } from './claims.js';

/** A Redis client: ioredis (`call`) or node-redis (`sendCommand`). */
export type RedisClient =
  | { call(command: string, ...parameters: string[]): Promise<unknown> }
  | { sendCommand(command: string[]): Promise<unknown> };

/** Options of Redis claims. */
export interface RedisClaimsOptions {
  /** Prefix of the keys. Default: `iamport-kit:claim:`. */
  readonly prefix?: string | undefined;
  /** Milliseconds for which done work is remembered. Default: 90 days. */
  readonly retentionMs?: number | undefined;
}

const NINETY_DAYS = 90 * 24 * 60 * 60 * 1000;

const DONE = 'done';

// Each script only acts if the value is still the caller's token.
const RENEW = "if redis.call('get',KEYS[1])==ARGV[1] then return redis.call('pexpire',KEYS[1],ARGV[2]) end return 0";
const CONFIRM =
  "local v=redis.call('get',KEYS[1]) if v==ARGV[1] or not v then redis.call('set',KEYS[1],'done','PX',ARGV[2]) return 1 end return 0";
const RELEASE = "if redis.call('get',KEYS[1])==ARGV[1] then return redis.call('del',KEYS[1]) end return 0";

/**
 * Claims in Redis for any number of processes, one key each. Works with ioredis and node-redis. Done work is remembered
 * for `retentionMs`; Redis must not evict keys earlier.
 */
export function redisClaims(client: RedisClient, options: RedisClaimsOptions = {}): Claims {
  const { prefix = 'iamport-kit:claim:', retentionMs = NINETY_DAYS } = options;
  const run = (...command: string[]): Promise<unknown> => send(client, command);
  const evaluate = async (script: string, key: string, ...parameters: string[]): Promise<boolean> =>
    Number(await run('EVAL', script, '1', prefix + key, ...parameters)) === 1;
  return {
    claim: async (key, ttlMs) => {
      const token = crypto.randomUUID();
      const isSet = await run('SET', prefix + key, token, 'NX', 'PX', String(ttlMs));
      if (isSet !== null && isSet !== undefined) return { state: 'claimed', token };
      const found = await run('GET', prefix + key);
      return { state: found === DONE ? 'done' : 'busy' };
    },
    renew: (key, token, ttlMs) => evaluate(RENEW, key, token, String(ttlMs)),
    // An expired claim that no other process took over is confirmed too: the work is done.
    confirm: (key, token) => evaluate(CONFIRM, key, token, String(retentionMs)),
    release: (key, token) => evaluate(RELEASE, key, token),
  };
}

/** A token store in Redis with a lock, so that any number of new processes fetch one token. */
export function redisTokenStore(client: RedisClient): TokenStore {
  const locks = redisClaims(client, { prefix: '' });
  return {
    get: async (key) => {
      const found = await send(client, ['GET', key]);
      return typeof found === 'string' ? found : undefined;
    },
    set: (key, token: StoredToken) => {
      const milliseconds = Math.max(1000, Math.round(token.expired_at * 1000 - Date.now()));
      return send(client, ['SET', key, JSON.stringify(token), 'PX', String(milliseconds)]);
    },
    lock: async (key, ttlMs) => {
      const claim = await locks.claim(`${key}:lock`, ttlMs);
      return claim.state === 'claimed' ? () => locks.release(`${key}:lock`, claim.token) : null;
    },
  };
}

function send(client: RedisClient, command: readonly string[]): Promise<unknown> {
  const [name = '', ...parameters] = command;
  // ioredis has a different `sendCommand`.
  return 'call' in client ? client.call(name, ...parameters) : client.sendCommand([...command]);
}
