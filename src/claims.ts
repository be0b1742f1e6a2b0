/**
 * Claims and token stores shared by several processes.
 *
 * @module
 */
export { memoryClaims, type Claim, type Claims } from './webhooks/claims.js';
export {
  POSTGRES_TABLE,
  postgresClaims,
  postgresTokenStore,
  type PostgresClaims,
  type PostgresClaimsOptions,
  type PostgresPool,
} from './webhooks/postgres-claims.js';
export { redisClaims, redisTokenStore, type RedisClaimsOptions, type RedisClient } from './webhooks/redis-claims.js';
