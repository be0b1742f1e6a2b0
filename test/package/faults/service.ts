import assert from 'node:assert/strict';
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { inspect } from 'node:util';

import { createIamport, IamportError, type IamportOptions, type Iamport, type IamportEvent } from 'iamport-kit';

import { startApiServer, TOKEN_ANSWER, type Reaction, type SeenRequest } from '../../runtime/api-server.js';

/** Whether a request asks for a token. */
export const isTokenRequest = ({ url }: SeenRequest): boolean => url === '/users/getToken';

/** A client, what its server saw, and another client of the same server. */
export interface Service {
  readonly iamport: Iamport;
  readonly requests: SeenRequest[];
  /** Requests other than those for a token. */
  readonly calls: () => SeenRequest[];
}

/** Runs a check against a server on loopback. No key, token or body may show in the client or its events, whatever happens. */
export async function withServer(
  answer: (request: SeenRequest) => Reaction,
  check: (service: Service) => Promise<void>,
  options: Partial<IamportOptions> = {},
): Promise<void> {
  await withServerAndTokens((request) => (isTokenRequest(request) ? TOKEN_ANSWER : answer(request)), check, options);
}

/** The same, where the check hands out the tokens as well. */
export async function withServerAndTokens(
  answer: (request: SeenRequest) => Reaction,
  check: (service: Service) => Promise<void>,
  options: Partial<IamportOptions> = {},
): Promise<void> {
  const server = await startApiServer(answer);
  const { baseUrl, requests, calls } = server;
  const events: IamportEvent[] = [];
  const keys = { impKey: 'canary-key', impSecret: 'canary-secret' };
  // The first thousand: a check may make many more.
  const onEvent = (event: IamportEvent): unknown => events.length < 1000 && events.push(event);
  const iamport = createIamport({ ...keys, baseUrl, onEvent, ...options });
  try {
    await check({ iamport, requests, calls });
    assertSilent(iamport);
    assertSilent(events);
  } finally {
    await server.close();
  }
}

/** The error a call ends with. It must be one of ours, and tell nothing secret however it is shown. */
export async function failure(call: Promise<unknown>): Promise<IamportError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof IamportError, inspect(error));
  assertSilent(error);
  return error;
}

/** Makes sure that no canary shows in a value, whichever way it is printed. */
export function assertSilent(value: unknown): void {
  let text = '';
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  new Console({ stdout: sink, stderr: sink }).log(value, '%o', value);
  text += inspect(value, { depth: 20, showHidden: true, getters: true }) + JSON.stringify(value);
  assert.doesNotMatch(text, /canary/);
}
