import { parseJson } from '../client/response.js';
import { isHeaderSafe } from './token-exchange.js';

/** A token as many processes share it, with its expiry by the server's own clock. */
export interface StoredToken {
  readonly access_token: string;
  /** Unix seconds. */
  readonly expired_at: number;
}

/**
 * A place where many processes share one token, such as a Redis. It holds a secret. When it fails, a token is fetched as
 * if there were no store, and an event says `store_failed`.
 */
export interface TokenStore {
  /** The token, as an object or as its JSON text; nothing when there is none. */
  get(key: string): Promise<unknown> | StoredToken | string | null | undefined;
  set(key: string, token: StoredToken): Promise<unknown> | undefined;
  /**
   * Makes sure that one process asks for a token while the others wait for it: takes a lock, and gives a function that
   * releases it, or nothing while another process has it. It must expire by itself.
   *
   * @param ttlMs Milliseconds after which the lock expires.
   */
  lock?(key: string, ttlMs: number): Promise<(() => unknown) | null | undefined>;
}

/** Milliseconds that a store gets to answer. */
const PATIENCE = 2000;

/** Milliseconds after which a store that did not answer is asked again. */
const REST = 30_000;

/** Milliseconds that a lock lasts, and that others wait for a token. */
const LOCK_TIME = 10_000;

/** One entry of a store. */
export interface TokenSlot {
  /** The shared token, or `undefined` when there is none or the store fails. */
  readonly read: () => Promise<StoredToken | undefined>;
  /** Shares a token. Never rejects. */
  readonly write: (token: StoredToken) => Promise<void>;
  /**
   * Runs `work` while no other process does, or gives what `find` finds meanwhile.
   *
   * @param find Looks whether another process has been faster.
   */
  readonly exclusively: <Value>(find: () => Promise<Value | undefined>, work: () => Promise<Value>) => Promise<Value>;
}

/** Whose token it is, and what to do when the store fails. */
export interface SlotOwner {
  /** What tells owners apart; only a hash of it becomes part of the key. */
  readonly identity: string;
  readonly onFailure: () => void;
}

/** Opens the entry of one owner. The entry's key gives away no credentials. */
export function openTokenSlot(store: TokenStore, { identity, onFailure }: SlotOwner): TokenSlot {
  const state = { restsUntil: 0 };
  const ask: Ask = async (work) => {
    if (Date.now() < state.restsUntil) return undefined;
    try {
      return await patiently(async () => work(await keyOf(identity)));
    } catch (error) {
      if (error instanceof NoAnswer) state.restsUntil = Date.now() + REST;
      onFailure();
      return undefined;
    }
  };
  return {
    read: async () => {
      const found = await ask((key) => store.get(key));
      if (found === undefined || found === null) return undefined;
      const token = readStored(found);
      if (token === undefined) onFailure();
      return token;
    },
    write: async (token) => {
      await ask((key) => store.set(key, token));
    },
    exclusively: async (find, work) => {
      const until = Date.now() + LOCK_TIME;
      for (;;) {
        const lock = await takeLock(store, ask);
        const found = await find();
        // A process that has the lock for too long has died; a store that fails is no obstacle.
        if (found === undefined && (lock !== 'busy' || Date.now() >= until))
          return work().finally(() => release(lock, ask));
        await release(lock, ask);
        if (found !== undefined) return found;
        await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100));
      }
    },
  };
}

type Ask = (work: (key: string) => unknown) => Promise<unknown>;

/** A function that releases the lock, `'busy'`, or nothing where there are no locks or the store fails. */
type Lock = (() => unknown) | 'busy' | undefined;

async function takeLock(store: TokenStore, ask: Ask): Promise<Lock> {
  if (store.lock === undefined) return undefined;
  let lock: Lock;
  await ask(async (key) => {
    lock = (await store.lock?.(key, LOCK_TIME)) ?? 'busy';
  });
  return lock;
}

async function release(lock: Lock, ask: Ask): Promise<void> {
  if (typeof lock === 'function') await ask(() => lock());
}

async function keyOf(identity: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(identity));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `iamport-kit:token:${hex.slice(0, 32)}`;
}

class NoAnswer extends Error {}

async function patiently(work: () => Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswer());
    }, PATIENCE);
  });
  try {
    return await Promise.race([work(), patience]);
  } finally {
    clearTimeout(timer);
  }
}

function readStored(found: unknown): StoredToken | undefined {
  try {
    // Redis and the like give back the text.
    const value: unknown = typeof found === 'string' ? parseJson(found) : found;
    if (typeof value !== 'object' || value === null) return undefined;
    const { access_token, expired_at }: Partial<Record<keyof StoredToken, unknown>> = value;
    return isHeaderSafe(access_token) && typeof expired_at === 'number' && Number.isFinite(expired_at)
      ? { access_token, expired_at }
      : undefined;
  } catch {
    // A getter of a foreign object may throw.
    return undefined;
  }
}
