// A server of its own: it shows that nothing arrives.
import { describe, expect, it } from 'vitest';

import { createIamport, toDate, type IamportOptions } from '../../src/index.js';
import { success } from './api-server.js';
import { connect, failure } from './setting.js';

describe('what callers send', () => {
  it.each<[string, (iamport: Awaited<ReturnType<typeof connect>>['iamport']) => Promise<unknown>, string]>([
    [
      'schedule',
      (iamport) =>
        iamport.subscriptions.schedule({
          customer_uid: 'c',
          schedules: [{ merchant_uid: 'o', schedule_at: 1_795_777_567_954, amount: 1, name: 'n' }],
        }),
      'schedules[0].schedule_at is 1795777567954, which is milliseconds; use seconds (1795777567) or a Date',
    ],
    [
      'updateSchedule',
      (iamport) => iamport.subscriptions.updateSchedule({ merchant_uid: 'o', schedule_at: 1_795_777_567_954 }),
      'schedule_at is 1795777567954',
    ],
    [
      'listByStatus',
      (iamport) => iamport.payments.listByStatus({ payment_status: 'paid', from: 1_795_777_567_954 }),
      'from is 1795777567954',
    ],
    [
      'vbanks.create',
      (iamport) =>
        iamport.vbanks.create({ merchant_uid: 'o', amount: 1, vbank_code: '004', vbank_due: 1_795_777_567_954 }),
      'vbank_due is 1795777567954',
    ],
    [
      'an invalid Date',
      (iamport) => iamport.payments.listByStatus({ payment_status: 'paid', from: new Date(Number.NaN) }),
      'from is an invalid Date',
    ],
    [
      'an amount in quotes',
      (iamport) => iamport.payments.prepare({ merchant_uid: 'o', amount: '1004' as unknown as number }),
      'not a string',
    ],
  ])('%s: milliseconds and wrong types are refused, and nothing is sent', async (_title, call, words) => {
    for (const request of ['throw', 'warn'] as const) {
      const { iamport, server } = await connect(() => success(null), { validate: { request, response: 'off' } });
      if (request === 'warn' && words === 'not a string') continue;
      const error = await failure(call(iamport));
      expect(error).toMatchObject({ kind: 'input', sent: 'no' });
      expect(error.message).toContain(words);
      expect(server.requests).toHaveLength(0);
    }
  });

  it('a Date goes out as seconds, and the input stays as it was', async () => {
    const { iamport, server } = await connect(() => success(null), { validate: { response: 'off' } });
    const input = { merchant_uid: 'o', schedule_at: new Date(1_795_777_567_954) };
    await iamport.subscriptions.updateSchedule(input);
    expect(JSON.parse(server.calls()[0]!.body)).toEqual({ schedule_at: 1_795_777_567 });
    expect(input.schedule_at).toBeInstanceOf(Date);
    expect(() => toDate(1_591_163_705_000)).toThrow('milliseconds');
  });

  it.each<[string, unknown, string]>([
    ['no options', undefined, 'impKey is missing'],
    ['an unknown option', { impKey: 'k', impSecret: 's', timeout: 5 }, 'unknown option "timeout"'],
  ])('%s are refused with an error that says so', (_title, options, words) => {
    expect(() => createIamport(options as IamportOptions)).toThrow(words);
  });
});

describe('a write that cannot have been sent', () => {
  it.each([
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ENETUNREACH',
    'EADDRNOTAVAIL',
    'EAI_FAIL',
    'ENOTFOUND',
  ])('%s says so', async (code) => {
    const { iamport } = await connect(() => success(null), {
      retries: 0,
      fetch: (input, init) =>
        typeof input === 'string' && input.endsWith('/users/getToken')
          ? fetch(input, init)
          : Promise.reject(new TypeError('fetch failed', { cause: { code } })),
    });
    const error = await failure(iamport.payments.prepare({ merchant_uid: 'o', amount: 1 }));
    expect(error).toMatchObject({ kind: 'network', sent: 'no', retryable: true });
    expect(error.message).toContain('preparePayment was not sent');
    expect(error.message).toContain(code);
  });
});
