// One of many processes: claims every key it is given, or makes 50 calls with a shared token. Its only argument is JSON.
import { Redis } from 'ioredis';
import pg from 'pg';

const { root, redisUrl, postgres, task, keys, prefix, client } = JSON.parse(process.argv[2]);
const { createIamport } = await import(`${root}/dist/node/index.js`);
const { postgresClaims, postgresTokenStore, redisClaims, redisTokenStore } = await import(
  `${root}/dist/node/claims.js`
);

const connection = postgres === undefined ? new Redis(redisUrl) : new pg.Pool(postgres);
if (task === 'claim') {
  const claims = postgres === undefined ? redisClaims(connection, { prefix }) : postgresClaims(connection);
  const answers = await Promise.all(keys.map((key) => claims.claim(key, 60_000)));
  console.log(JSON.stringify(keys.filter((_key, index) => answers[index].state === 'claimed')));
} else {
  const tokenStore = postgres === undefined ? redisTokenStore(connection) : postgresTokenStore(connection);
  const { payments } = createIamport({ ...client, impSecret: 'secret', tokenStore });
  await Promise.all(Array.from({ length: 50 }, () => payments.get({ imp_uid: 'imp_1' })));
}
await (postgres === undefined ? connection.quit() : connection.end());
