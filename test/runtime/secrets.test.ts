// A server of its own: it sends secrets back, which no sandbox does.
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { inspect } from 'node:util';

import { expect, it } from 'vitest';

import { createIamport, type IamportOptions, type IamportEvent } from '../../src/index.js';
import { success, TOKEN_ANSWER, type Reaction } from './api-server.js';
import { connectTo, isTokenRequest, PAYMENT } from './setting.js';

const HTML: Reaction = { status: 502, body: '<html>canary-page</html>' };
const REFUSED: Reaction = {
  status: 401,
  body: { code: -1, message: 'Unauthorized', response: null, canary: 'canary' },
};
/** A refusal that quotes what it refuses. */
const quoting = (...secrets: string[]): Reaction => ({
  status: 403,
  body: { code: -1, message: `not yours: ${secrets.join()}`, response: null },
});
const failing = (make: (request: Request) => Error): Partial<IamportOptions> => ({
  fetch: (input, init) => {
    const request = new Request(input, init);
    return Promise.reject(make(request));
  },
});
/** An error as clients make it that put the whole request into it. */
const tellingAll = (request: Request): Error =>
  Object.assign(new Error(`canary ${request.url}`, { cause: new Error('canary') }), {
    code: 'canary-code',
    config: { headers: Object.fromEntries(request.headers), body: 'canary-secret' },
  });

const modes: [string, Reaction, Reaction, Partial<IamportOptions>][] = [
  ['all is well', TOKEN_ANSWER, success(PAYMENT), {}],
  ['the token is refused', REFUSED, success(PAYMENT), {}],
  ['the token endpoint gives HTML', HTML, success(PAYMENT), {}],
  ['the token endpoint echoes', { body: { code: 0, message: null, response: 'canary-secret' } }, success(PAYMENT), {}],
  [
    'the token cannot stand in a header',
    success({ access_token: 'canary\r\ntoken', now: 1, expired_at: 2 }),
    success(1),
    {},
  ],
  ['the call is refused', TOKEN_ANSWER, REFUSED, {}],
  ['the token endpoint quotes what it refuses', quoting('canary-key', 'canary-secret'), success(PAYMENT), {}],
  ['the refusal quotes what it refuses', TOKEN_ANSWER, quoting('canary-key', 'canary-token'), {}],
  ['the call gives HTML', TOKEN_ANSWER, HTML, {}],
  ['the answer is cut off', TOKEN_ANSWER, { body: '{"canary' }, {}],
  [
    'the answer drifts',
    TOKEN_ANSWER,
    success({ ...PAYMENT, amount: 'canary', status: 'canary' }),
    { validate: { response: 'throw' } },
  ],
  ['the answer drifts a little', TOKEN_ANSWER, success({ ...PAYMENT, amount: 'canary' }), {}],
  ['the connection breaks', TOKEN_ANSWER, 'hang up', {}],
  ['nothing comes', TOKEN_ANSWER, 'hang', { timeoutMs: 100 }],
  ['a redirect', TOKEN_ANSWER, { status: 307, headers: { location: 'http://127.0.0.1:1/canary' }, body: '' }, {}],
  ['fetch tells all', TOKEN_ANSWER, 'hang', failing(tellingAll)],
];

function show(value: unknown): string {
  let text = '';
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  new Console({ stdout: sink, stderr: sink }).log(value, '%o', value);
  return text + inspect(value, { depth: 20, showHidden: true, getters: true }) + JSON.stringify(value);
}

it.each(modes)('no key, secret, token or body shows when %s', async (_title, token, answer, options) => {
  const events: IamportEvent[] = [];
  const { iamport } = await connectTo((request) => (isTokenRequest(request) ? token : answer), {
    retries: 1,
    // Else calls wait for the next refresh.
    timeoutMs: 900,
    onEvent: (event) => events.push(event),
    ...options,
  });
  const calls = [
    () => iamport.payments.get({ imp_uid: 'imp_1' }),
    () => iamport.payments.prepare({ merchant_uid: 'order-1', amount: 1004 }),
    () => iamport.call('cancelPayment', { imp_uid: 'imp_1', refund_account: 'canary-account' }),
    () => iamport.authentication.getToken({ imp_key: 'canary-key', imp_secret: 'canary-secret' }),
    () => iamport.raw.GET('/payments/{imp_uid}', { params: { path: { imp_uid: 'imp_1' } } }),
  ];
  const errors: unknown[] = [];
  for (const call of calls) await call().catch((error: unknown) => errors.push(error));
  for (const value of [iamport, ...errors, events]) expect(show(value)).not.toMatch(/canary/);
  expect(events.length).toBeGreaterThan(0);
});

it('no refused option is repeated', () => {
  for (const options of [
    { impKey: 'canary key', impSecret: 's' },
    { impKey: 'k', impSecret: 'canary\n' },
    { impKey: 'canary'.repeat(20), impSecret: 'canary-short' },
    { impKey: 'canary', impSecret: 'canary' },
    { impKey: 'k', impSecret: 's', baseUrl: 'http://canary.test' },
    { impKey: 'k', impSecret: 's', tier: 'canary' },
  ]) {
    let error: unknown;
    try {
      createIamport(options);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ kind: 'input' });
    expect(inspect(error).replace(/^ +at .*$/gm, '')).not.toMatch(/canary/);
  }
});
