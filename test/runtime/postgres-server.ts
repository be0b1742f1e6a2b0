import { createRequire } from 'node:module';

import { POSTGRES_TABLE, type PostgresPool } from '../../src/claims.js';

/** A pool of `pg` whose connections work in a schema of their own, which ends with the pool. */
export interface ServerPool extends PostgresPool {
  /** For `pg` in another process. */
  readonly options: { readonly connectionString: string; readonly options: string };
  end(): Promise<void>;
}

/** Where the tests look for a server. */
export const POSTGRES_URL = process.env.POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Connects to the PostgreSQL server that `.ci/run` starts and makes the table, or gives `undefined` when there is none. */
export async function connectToPostgres(): Promise<ServerPool | undefined> {
  const Pool = loadPool();
  if (Pool === undefined) return undefined;
  const schema = `iamport_kit_${crypto.randomUUID().replaceAll('-', '')}`;
  const options = { connectionString: POSTGRES_URL, options: `-c search_path=${schema}` };
  const pool = new Pool({ ...options, connectionTimeoutMillis: 2000 });
  const isThere = await pool.query(`CREATE SCHEMA ${schema}`).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    await pool.end();
    return undefined;
  }
  await pool.query(POSTGRES_TABLE);
  const end = async (): Promise<void> => {
    await pool.query(`DROP SCHEMA ${schema} CASCADE`);
    await pool.end();
  };
  return { query: (text, values) => pool.query(text, values), options, end };
}

type PoolClass = new (options: object) => PostgresPool & { end(): Promise<void> };

function loadPool(): PoolClass | undefined {
  try {
    // The part of `pg` that is used; the package has no types of its own.
    return (createRequire(import.meta.url)('pg') as { Pool: PoolClass }).Pool;
  } catch {
    return undefined;
  }
}
