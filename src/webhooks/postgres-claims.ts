import type { StoredToken, TokenStore } from '../auth/token-store.js';
import type { Claims } from './claims.js';

/** A PostgreSQL pool or client: `pg`, PGlite and others. */
export interface PostgresPool {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** Options of PostgreSQL claims. */
export interface PostgresClaimsOptions {
  /** Milliseconds for which done work is remembered. Default: 90 days. */
  readonly retentionMs?: number | undefined;
}

/** Claims in PostgreSQL, with maintenance of the table. */
export interface PostgresClaims extends Claims {
  /** Deletes expired rows. Call it from a periodic job. */
  readonly purge: () => Promise<void>;
}

/** SQL that creates the table of claims and tokens. Run it once: `CREATE TABLE IF NOT EXISTS …`. */
export const POSTGRES_TABLE = `CREATE TABLE IF NOT EXISTS iamport_kit_claims (
  key text PRIMARY KEY,
  token text NOT NULL,
  state text NOT NULL,
  expires_at timestamptz NOT NULL
)`;

const NINETY_DAYS = 90 * 24 * 60 * 60 * 1000;

// An expired row counts as absent, in any state.
const CLAIM = `INSERT INTO iamport_kit_claims AS c (key, token, state, expires_at)
  VALUES ($1, $2, 'claimed', now() + $3::float8 * interval '1 millisecond')
  ON CONFLICT (key) DO UPDATE SET token = excluded.token, state = excluded.state, expires_at = excluded.expires_at
  WHERE c.expires_at <= now() RETURNING token`;
const FIND = 'SELECT state FROM iamport_kit_claims WHERE key = $1 AND expires_at > now()';
const RENEW = `UPDATE iamport_kit_claims SET expires_at = now() + $3::float8 * interval '1 millisecond'
  WHERE key = $1 AND token = $2 AND state = 'claimed' RETURNING key`;
const CONFIRM = `UPDATE iamport_kit_claims SET state = 'done', expires_at = now() + $3::float8 * interval '1 millisecond'
  WHERE key = $1 AND token = $2 RETURNING key`;
const RELEASE = `DELETE FROM iamport_kit_claims WHERE key = $1 AND token = $2 AND state = 'claimed' RETURNING key`;
const PURGE = 'DELETE FROM iamport_kit_claims WHERE expires_at <= now()';
const PUT = `INSERT INTO iamport_kit_claims (key, token, state, expires_at)
  VALUES ($1, '', $2, to_timestamp($3)) ON CONFLICT (key) DO UPDATE SET state = excluded.state, expires_at = excluded.expires_at`;

/**
 * Claims in PostgreSQL for any number of processes: one row per key, in the table that {@link POSTGRES_TABLE} creates.
 * Done work is remembered for `retentionMs`.
 */
export function postgresClaims(pool: PostgresPool, options: PostgresClaimsOptions = {}): PostgresClaims {
  const { retentionMs = NINETY_DAYS } = options;
  const isChanged = async (text: string, values: unknown[]): Promise<boolean> =>
    (await pool.query(text, values)).rows.length > 0;
  return {
    claim: async (key, ttlMs) => {
      const token = crypto.randomUUID();
      if (await isChanged(CLAIM, [key, token, ttlMs])) return { state: 'claimed', token };
      return { state: (await stateOf(pool, key)) === 'done' ? 'done' : 'busy' };
    },
    renew: (key, token, ttlMs) => isChanged(RENEW, [key, token, ttlMs]),
    confirm: (key, token) => isChanged(CONFIRM, [key, token, retentionMs]),
    release: (key, token) => isChanged(RELEASE, [key, token]),
    purge: async () => {
      await pool.query(PURGE);
    },
  };
}

/**
 * A token store in PostgreSQL with a lock, so that any number of new processes fetch one token. Uses the same table.
 */
export function postgresTokenStore(pool: PostgresPool): TokenStore {
  const locks = postgresClaims(pool);
  return {
    get: (key) => stateOf(pool, key),
    set: (key, token: StoredToken) => pool.query(PUT, [key, JSON.stringify(token), token.expired_at]),
    lock: async (key, ttlMs) => {
      const claim = await locks.claim(`${key}:lock`, ttlMs);
      return claim.state === 'claimed' ? () => locks.release(`${key}:lock`, claim.token) : null;
    },
  };
}

async function stateOf(pool: PostgresPool, key: string): Promise<string | undefined> {
  const [row] = (await pool.query(FIND, [key])).rows;
  const { state }: { state?: unknown } = row ?? {};
  return typeof state === 'string' ? state : undefined;
}
