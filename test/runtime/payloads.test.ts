import { describe, expect, it } from 'vitest';

import { IamportError, parseCallback, parseRedirect } from '../../src/index.js';

describe('parseCallback', () => {
  it('gives the callback back typed', () => {
    const callback = parseCallback({ imp_uid: 'imp_1', merchant_uid: 'order-1', success: true, paid_amount: 1004 });
    expect(callback.paid_amount).toBe(1004);
  });

  it.each([
    ['null', null, ''],
    ['a string', '{"imp_uid":"imp_1"}', ''],
    ['a missing merchant_uid', { imp_uid: 'imp_1' }, ''],
    ['an amount in quotes', { imp_uid: 'imp_1', merchant_uid: 'o', paid_amount: '1004' }, '/paid_amount'],
  ])('refuses %s and names the place, never the value', (_title, value, pointer) => {
    const error = thrownBy(() => parseCallback(value));
    expect(error).toMatchObject({ kind: 'validation', issues: [{ pointer }] });
    expect(error.message).not.toContain('1004');
  });
});

describe('parseRedirect', () => {
  const want = { imp_uid: 'imp_1', merchant_uid: 'order 1', imp_success: 'true' };
  const query = 'imp_uid=imp_1&merchant_uid=order%201&imp_success=true';
  it.each([
    ['a query string', query],
    ['a query string with a question mark', `?${query}`],
    ['a whole URL as text', `https://shop.example/done?${query}#top`],
    ['a URL', new URL(`https://shop.example/done?${query}`)],
    ['a URLSearchParams', new URLSearchParams(query)],
    ['an object', want],
  ])('reads %s', (_title, given) => {
    expect(parseRedirect(given)).toEqual(want);
  });

  it.each([
    ['a field that is there twice', `${query}&imp_uid=imp_2`],
    ['an array, as frameworks make of such a field', { merchant_uid: ['a', 'b'] }],
    ['no order ID', 'imp_uid=imp_1'],
    ['an empty query', ''],
    ['a flag that is neither true nor false', 'merchant_uid=a&imp_success=yes'],
  ])('refuses %s', (_title, given) => {
    expect(thrownBy(() => parseRedirect(given))).toMatchObject({ kind: 'validation' });
  });
});

function thrownBy(run: () => unknown): IamportError {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(IamportError);
    return error as IamportError;
  }
  throw new Error('nothing was thrown');
}
