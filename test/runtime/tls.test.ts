import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { generate as selfsigned } from 'selfsigned';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { createIamport, type Iamport } from '../../src/index.js';
import { failure } from './setting.js';

let seen = 0;
const count = (_request: unknown, response: { end(text: string): unknown }): void => {
  seen += 1;
  response.end('{}');
};
let untrusted: Server;
const plain = createHttpServer(count);

beforeAll(async () => {
  const { cert, private: key } = await selfsigned([{ name: 'commonName', value: 'localhost' }]);
  untrusted = createServer({ cert, key }, count);
  for (const server of [untrusted, plain]) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  for (const server of [untrusted, plain]) server.close();
});

/** A client of a server behind https that has its token already, so that the write itself meets the server. */
function connectTo(server: Server): Iamport {
  const { port } = server.address() as AddressInfo;
  const token = { access_token: 'token', expired_at: Math.floor(Date.now() / 1000) + 1800 };
  return createIamport({
    impKey: 'key',
    impSecret: 'secret',
    baseUrl: `https://127.0.0.1:${port}`,
    tokenStore: { get: () => token, set: () => undefined },
    retries: 1,
  });
}

const CHARGE = { customer_uid: 'key-1', merchant_uid: 'order-1', amount: 1000, name: '구독' };

it.each<[string, () => Server, RegExp]>([
  ['a certificate that signs itself', () => untrusted, /the certificate of 127\.0\.0\.1.*SELF_SIGNED/],
  ['a server that does not speak TLS', () => plain, /no TLS connection to 127\.0\.0\.1.*ERR_SSL_/],
])('a charge that meets %s was not sent, and says so', async (_title, server, message) => {
  const error = await failure(connectTo(server()).subscriptions.payAgain(CHARGE));
  expect(error).toMatchObject({ kind: 'network', operationId: 'payAgain', sent: 'no', retryable: true, attempts: 2 });
  expect(error.message).toMatch(message);
  expect(seen).toBe(0);
});
