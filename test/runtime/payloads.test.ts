import { describe, expect, it } from 'vitest';

import { parseCallback, parseRedirect } from '../../src/index.js';

describe('parseCallback', () => {
  it.each<[string, unknown, object]>([
    [
      'a success',
      { imp_uid: 'imp_1', merchant_uid: 'order-1', success: true },
      { outcome: 'succeeded', imp_uid: 'imp_1' },
    ],
    [
      'a refusal without IDs',
      { success: false, error_code: 'F1002', error_msg: '이미' },
      { outcome: 'failed', error_code: 'F1002' },
    ],
    [
      'the misspelt code',
      { imp_success: false, imp_uid: null, error_coe: 'F1001' },
      { outcome: 'failed', error_code: 'F1001' },
    ],
    [
      'the names of SDK 1.3',
      { txId: 'imp_1', paymentId: 'o', code: 'F', message: 'm' },
      { outcome: 'failed', imp_uid: 'imp_1', error_msg: 'm' },
    ],
    ['null', null, { outcome: 'nothing' }],
    ['text', '{"imp_uid":"imp_1"}', { outcome: 'nothing' }],
  ])('reads %s', (_title, given, want) => {
    expect(parseCallback(given)).toMatchObject(want);
  });
});

describe('parseRedirect', () => {
  const want = { outcome: 'succeeded', imp_uid: 'imp_1', merchant_uid: 'order 1' };
  const query = 'imp_uid=imp_1&merchant_uid=order%201&imp_success=true';
  it.each([
    ['a query string', query],
    ['a query string with a question mark', `?${query}`],
    ['a path with a query', `/done?${query}`],
    ['a whole URL as text', `https://shop.example/done?${query}#top`],
    ['a URL', new URL(`https://shop.example/done?${query}`)],
    ['a URL with the query behind the hash', new URL(`https://shop.example/#/done?${query}`)],
    ['the same as text', `https://shop.example/#/done?${query}`],
    ['a URLSearchParams', new URLSearchParams(query)],
    ['an object', { imp_uid: 'imp_1', merchant_uid: 'order 1', imp_success: 'true' }],
    ['an app URL with the shop’s own order ID', `myapp://done?merchant_uid=order%201&${query}`],
    ['what a framework makes of that', { imp_uid: 'imp_1', merchant_uid: ['order 1', 'order 1'], imp_success: 'true' }],
    ['the shop’s own arrays', `item[]=1&item[]=2&${query}`],
  ])('reads %s', (_title, given) => {
    expect(parseRedirect(given)).toMatchObject(want);
  });

  it.each<[string, string | URL, object]>([
    [
      'a customer who closed the window',
      'imp_success=false&error_code=IAMPORT_CORDOVA',
      { outcome: 'failed', error_code: 'IAMPORT_CORDOVA' },
    ],
    ['a bare GET of the return page', new URL('https://shop.example/done'), { outcome: 'nothing' }],
    ['the same as text', 'https://shop.example/done', { outcome: 'nothing' }],
    ['a path without a query', '/done', { outcome: 'nothing' }],
    ['an empty query', '', { outcome: 'nothing' }],
    ['two different payments', `${query}&imp_uid=imp_2`, { outcome: 'nothing' }],
  ])('does not throw for %s', (_title, given, result) => {
    const parsed = parseRedirect(given);
    expect(parsed).toMatchObject(result);
    expect(parsed.raw).toBeTypeOf('object');
  });
});
