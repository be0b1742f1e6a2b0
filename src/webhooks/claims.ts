/** What asking for a claim gives: the claim with a token, or that another process has it, or that the work is done. */
export type Claim =
  { readonly state: 'claimed'; readonly token: string } | { readonly state: 'busy' } | { readonly state: 'done' };

/**
 * Makes sure that work is done once, in every process. Each function is atomic; `renew`, `confirm` and `release` act only
 * for the owner of the claim, which is who has its token, and say whether it still was one.
 */
export interface Claims {
  /** Claims work for `ttlMs` milliseconds; afterwards another process may claim it, unless it was renewed. */
  claim(key: string, ttlMs: number): Promise<Claim>;
  /** Keeps a claim for another `ttlMs` milliseconds. */
  renew(key: string, token: string, ttlMs: number): Promise<boolean>;
  /** Says that the work is done: from now on every claim of it gives `done`. */
  confirm(key: string, token: string): Promise<boolean>;
  /** Gives a claim up: the work failed, and may be claimed at once. */
  release(key: string, token: string): Promise<boolean>;
}

/** Done work that is remembered in memory. */
const MOST_DONE = 10_000;

interface Entry {
  readonly token: string;
  readonly expiresAt: number;
}

/** Claims within one process: the default. The last 10,000 pieces of done work are remembered. */
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
