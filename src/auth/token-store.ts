/** A token as many processes share it, with its expiry by the server's own clock. */
export interface StoredToken {
  readonly access_token: string;
  /** Unix seconds. */
  readonly expired_at: number;
}

/**
 * A place where many processes share one token, such as a Redis. It holds a secret. Trouble with it is no trouble of a
 * call: a token is then fetched as if there were no store.
 */
export interface TokenStore {
  get(key: string): Promise<unknown> | StoredToken | null | undefined;
  set(key: string, token: StoredToken): Promise<unknown> | undefined;
}

/** Milliseconds that a store gets to answer. */
const PATIENCE = 2000;

/** One entry of a store. */
export interface TokenSlot {
  /** The shared token, or `undefined` when there is none or the store fails. */
  readonly read: () => Promise<StoredToken | undefined>;
  /** Shares a token. Never rejects. */
  readonly write: (token: StoredToken) => Promise<void>;
}

/** Opens the entry of one merchant at one address. The entry's key tells neither the API key nor the secret. */
export function openTokenSlot(store: TokenStore, merchant: { baseUrl: string; impKey: string }): TokenSlot {
  return {
    read: async () => {
      const found = await patiently(async () => store.get(await keyOf(merchant)));
      return isStoredToken(found) ? { access_token: found.access_token, expired_at: found.expired_at } : undefined;
    },
    write: async (token) => {
      await patiently(async () => store.set(await keyOf(merchant), token));
    },
  };
}

/** Whether this text can stand in a header. What `Headers` refuses it also quotes, and that would show the token. */
export function isHeaderSafe(token: unknown): token is string {
  return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token);
}

async function keyOf({ baseUrl, impKey }: { baseUrl: string; impKey: string }): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${baseUrl}\n${impKey}`));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `iamport-kit:token:${hex.slice(0, 32)}`;
}

async function patiently(work: () => Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  try {
    return await Promise.race([work(), patience]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

function isStoredToken(value: unknown): value is StoredToken {
  if (typeof value !== 'object' || value === null) return false;
  const token: Partial<Record<keyof StoredToken, unknown>> = value;
  return isHeaderSafe(token.access_token) && Number.isFinite(token.expired_at);
}
