// A server of its own: these answers are broken in ways that no sandbox breaks them.
import { describe, expect, it } from 'vitest';

import { success, type Reaction } from './api-server.js';
import { connect, failure, PAYMENT } from './setting.js';

describe('both failure channels', () => {
  const refused = { code: 1, message: '이미 전액취소된 주문입니다.', response: null };
  const answers: [title: string, answer: Reaction, want: object][] = [
    [
      'HTTP 200 with a code',
      { body: refused },
      { kind: 'api', httpStatus: 200, code: 1, apiMessage: refused.message, sent: 'yes' },
    ],
    [
      'HTTP 404 with a code',
      { status: 404, body: { ...refused, code: -1 } },
      { kind: 'api', httpStatus: 404, code: -1 },
    ],
    ['HTTP 401', { status: 401, body: { ...refused, code: -1 } }, { kind: 'auth', httpStatus: 401 }],
    ['HTTP 500 with code 0', { status: 500, body: { ...refused, code: 0 } }, { kind: 'api', httpStatus: 500 }],
    [
      'HTML at 502',
      { status: 502, body: '<html>', headers: { 'content-type': 'text/html' } },
      { kind: 'http', httpStatus: 502 },
    ],
    ['HTML at 200', { body: '<html>' }, { kind: 'http', httpStatus: 200 }],
    [
      'JSON that says it is HTML',
      { ...success(PAYMENT), headers: { 'content-type': 'text/html' } },
      { kind: 'http', httpStatus: 200 },
    ],
    ['CSV', { body: '1,2', headers: { 'content-type': 'text/csv' } }, { kind: 'http', httpStatus: 200 }],
    ['a bare number', { body: '1' }, { kind: 'http', httpStatus: 200 }],
    ['an empty body', { body: '' }, { kind: 'http', httpStatus: 200 }],
    ['JSON cut off', { body: '{"code":0,"resp' }, { kind: 'http', httpStatus: 200 }],
    ['JSON that is no envelope', { body: [1] }, { kind: 'http', httpStatus: 200 }],
    [
      'a redirect',
      { status: 307, headers: { location: 'http://127.0.0.1:1/' }, body: '' },
      { kind: 'http', httpStatus: 307 },
    ],
    ['a reset connection', 'hang up', { kind: 'network', sent: 'unknown' }],
  ];
  it.each(answers)('%s throws', async (_title, answer, want) => {
    const { iamport } = await connect(() => answer, { retries: 0 });
    const error = await failure(iamport.call('getPayment', { imp_uid: 'imp_1' }));
    expect(error).toMatchObject({ operationId: 'getPayment', ...want });
  });

  it.each(['application/json', 'application/problem+json; charset=utf-8', 'text/plain', ''])(
    'JSON as "%s" does not',
    async (type) => {
      const { iamport } = await connect(() => ({ ...success(PAYMENT), headers: { 'content-type': type } }));
      expect(await iamport.payments.get({ imp_uid: 'imp_1' })).toEqual(PAYMENT);
    },
  );

  it('an aborted call throws', async () => {
    const { iamport } = await connect(() => success(PAYMENT));
    const error = await failure(iamport.payments.get({ imp_uid: 'imp_1' }, { signal: AbortSignal.abort() }));
    expect(error.kind).toBe('aborted');
  });
});
