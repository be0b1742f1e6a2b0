/** Result of a claim: claimed with a token, busy in another process, or already done. */
export type Claim =
  { readonly state: 'claimed'; readonly token: string } | { readonly state: 'busy' } | { readonly state: 'done' };

/**
 * Ensures that work is done once across all processes. Each function is atomic. `renew`, `confirm` and `release` only
 * act for the owner, who has the token of the claim, and return whether the claim was still valid.
 */
export interface Claims {
  /** Claims work for `ttlMs` milliseconds. Afterwards another process may claim it, unless the claim was renewed. */
  claim(key: string, ttlMs: number): Promise<Claim>;
  /** Extends a claim by `ttlMs` milliseconds. */
  renew(key: string, token: string, ttlMs: number): Promise<boolean>;
  /** Marks the work as done: every later claim of it returns `done`. */
  confirm(key: string, token: string): Promise<boolean>;
  /** Releases a claim: the work failed and may be claimed again at once. */
  release(key: string, token: string): Promise<boolean>;
}

/** Number of done keys that are remembered. */
const MOST_DONE = 10_000;

interface Entry {
  readonly token: string;
  readonly expiresAt: number;
}

/** Claims within one process, the default. Remembers the last 10,000 done keys. */
export function memoryClaims(): Claims {
  const done = new Set<string>();
  const claimed = new Map<string, Entry>();
  const isOwner = (key: string, token: string): boolean => claimed.get(key)?.token === token;
  return {
    claim: (key, ttlMs) => {
      if (done.has(key)) return Promise.resolve({ state: 'done' });
      const entry = claimed.get(key);
      if (entry !== undefined && entry.expiresAt > Date.now()) return Promise.resolve({ state: 'busy' });
      const token = crypto.randomUUID();
      claimed.set(key, { token, expiresAt: Date.now() + ttlMs });
      return Promise.resolve({ state: 'claimed', token });
    },
    renew: (key, token, ttlMs) => {
      const isOwned = isOwner(key, token);
      if (isOwned) claimed.set(key, { token, expiresAt: Date.now() + ttlMs });
      return Promise.resolve(isOwned);
    },
    confirm: (key, token) => {
      const isOwned = isOwner(key, token);
      if (isOwned) {
        claimed.delete(key);
        done.add(key);
        const [oldest] = done;
        if (done.size > MOST_DONE && oldest !== undefined) done.delete(oldest);
      }
      return Promise.resolve(isOwned);
    },
    release: (key, token) => Promise.resolve(isOwner(key, token) && claimed.delete(key)),
  };
}
