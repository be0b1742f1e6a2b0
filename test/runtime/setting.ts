import { afterEach, expect } from 'vitest';

import { createIamport, IamportError, type IamportOptions, type Iamport } from '../../src/index.js';
import { startApiServer, TOKEN_ANSWER, type ApiServer, type Reaction, type SeenRequest } from './api-server.js';

export { PAYMENT } from './payment.js';

const servers: ApiServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A server that answers as the test says, tokens included, and a client of it. Both end with the test. */
export async function connectTo(
  answer: (request: SeenRequest) => Reaction,
  options: Partial<IamportOptions> = {},
): Promise<{ iamport: Iamport; server: ApiServer; another: (more?: Partial<IamportOptions>) => Iamport }> {
  const server = await startApiServer(answer);
  servers.push(server);
  const another = (more: Partial<IamportOptions> = {}): Iamport =>
    createIamport({
      impKey: 'canary-key',
      impSecret: 'canary-secret',
      baseUrl: server.baseUrl,
      ...options,
      ...more,
    });
  return { iamport: another(), server, another };
}

/** The same, with a token that works. */
export function connect(
  answer: (request: SeenRequest) => Reaction,
  options: Partial<IamportOptions> = {},
): ReturnType<typeof connectTo> {
  return connectTo((request) => (isTokenRequest(request) ? TOKEN_ANSWER : answer(request)), options);
}

/** Whether a request asks for a token. */
export function isTokenRequest({ url }: SeenRequest): boolean {
  return url === '/users/getToken';
}

/** The error a promise rejects with. */
export async function failure(promise: Promise<unknown>): Promise<IamportError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(IamportError);
  return error as IamportError;
}
