import { parseJson } from '../client/response.js';
import { isHeaderSafe } from './token-exchange.js';

/** A token shared by several processes, with its expiry by the server's clock. */
export interface StoredToken {
  readonly access_token: string;
  /** Unix seconds. */
  readonly expired_at: number;
}

/**
 * A store in which several processes share one token, such as Redis. It contains a secret. Store failures never fail a
 * call: a new token is fetched instead, and a `store_failed` event is emitted.
 */
export interface TokenStore {
  /** The token, as an object or as JSON text; nothing if there is none. */
  get(key: string): Promise<unknown> | StoredToken | string | null | undefined;
  set(key: string, token: StoredToken): Promise<unknown> | undefined;
  /**
   * Lets one process fetch a token while the others wait. Acquires a lock and returns a function that releases it, or
   * nothing while another process has it. The lock must expire on its own.
   *
   * @param ttlMs Milliseconds after which the lock expires.
   */
  lock?(key: string, ttlMs: number): Promise<(() => unknown) | null | undefined>;
}

/** Milliseconds a store has to respond. */
const PATIENCE = 2000;

/** Milliseconds after which a store that did not respond is tried again. */
const REST = 30_000;

/** Milliseconds a lock lasts, and other processes wait for a token. */
const LOCK_TIME = 10_000;

/** An entry of a store. */
export interface TokenSlot {
  /** The shared token, or `undefined` if there is none or the store fails. */
  readonly read: () => Promise<StoredToken | undefined>;
  /** Shares a token. Never rejects. */
  readonly write: (token: StoredToken) => Promise<void>;
  /**
   * Runs `work` in one process at a time, or returns what `find` finds meanwhile.
   *
   * @param find Checks whether another process was faster.
   */
  readonly exclusively: <Value>(find: () => Promise<Value | undefined>, work: () => Promise<Value>) => Promise<Value>;
}

/** The owner of the token, and how to report failures of the store. */
export interface SlotOwner {
  /** Identifies the owner; only a hash of it becomes part of the key. */
  readonly identity: string;
  readonly onFailure: () => void;
}

/** Opens the entry of one owner. The entry's key reveals no credentials. */
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
        // A process that holds the lock for too long has died. A failing store does not block the call.
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

/** A function that releases the lock, `'busy'`, or nothing if the store has no locks or fails. */
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
    // Redis and similar stores return the text.
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
