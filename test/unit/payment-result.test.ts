import { expect, it } from 'vitest';

import { toBrowserResult } from '../../src/browser/payment-result.js';

const IDS = { imp_uid: 'imp_1', merchant_uid: 'order-1' };

const CASES: readonly (readonly [title: string, given: unknown, want: object])[] = [
  ['classic success', { success: true, ...IDS, error_code: null, status: 'paid' }, { outcome: 'succeeded', ...IDS }],
  [
    'classic success of a virtual account',
    { success: true, ...IDS, status: 'ready' },
    { outcome: 'succeeded', ...IDS },
  ],
  ['SDK 1.3: two keys', IDS, { outcome: 'succeeded', ...IDS }],
  ['SDK 1.3: a billing key', { ...IDS, customer_uid: 'c1' }, { outcome: 'succeeded', ...IDS, customer_uid: 'c1' }],
  ['SDK 1.3: a billing key that is null', { ...IDS, customer_uid: null }, { outcome: 'succeeded', ...IDS }],
  [
    'SDK 1.3: a failure',
    { ...IDS, error_code: 'F400', error_msg: '결제에 실패하였습니다.' },
    { outcome: 'failed', ...IDS, error_code: 'F400', error_msg: '결제에 실패하였습니다.' },
  ],
  [
    'SDK 1.3: refused before a payment existed',
    { merchant_uid: 'order-1', error_code: 'F400', error_msg: 'x' },
    { outcome: 'failed', merchant_uid: 'order-1', error_code: 'F400', error_msg: 'x' },
  ],
  [
    'a window closed without a code',
    { success: false, ...IDS, error_msg: 'x' },
    { outcome: 'failed', ...IDS, error_msg: 'x' },
  ],
  ['a flag alone', { imp_success: false, imp_uid: null, merchant_uid: 'o' }, { outcome: 'failed', merchant_uid: 'o' }],
  [
    'the misspelt key of SDK 1.2',
    { imp_success: false, error_coe: 'F1001' },
    { outcome: 'failed', error_code: 'F1001' },
  ],
  [
    'loadUI refused',
    { imp_uid: null, merchant_uid: 'o', error_msg: 'x' },
    { outcome: 'failed', merchant_uid: 'o', error_msg: 'x' },
  ],
  [
    'an identity verification refused',
    { error_code: '9010', error_msg: '다날 …', success: false },
    { outcome: 'failed', error_code: '9010', error_msg: '다날 …' },
  ],
  ['a redirect', { ...IDS, imp_success: 'true' }, { outcome: 'succeeded', ...IDS }],
  ['a redirect that failed', { ...IDS, imp_success: 'false' }, { outcome: 'failed', ...IDS }],
  ['a message beside a success', { ...IDS, imp_success: 'true', error_msg: '정상' }, { outcome: 'succeeded', ...IDS }],
  [
    'a code beside a success',
    { ...IDS, success: true, error_code: 'F1' },
    { outcome: 'failed', ...IDS, error_code: 'F1' },
  ],
  ['empty errors', { ...IDS, error_code: '', error_msg: '' }, { outcome: 'succeeded', ...IDS }],
  ['names of mobile SDKs', { txId: 'imp_1', paymentId: 'order-1' }, { outcome: 'succeeded', ...IDS }],
  [
    'names of mobile SDKs, failed',
    { txId: 'imp_1', code: 'F', message: 'x' },
    { outcome: 'failed', imp_uid: 'imp_1', error_code: 'F', error_msg: 'x' },
  ],
  ["a shop's own code", { ...IDS, imp_success: 'true', code: 'COUPON' }, { outcome: 'succeeded', ...IDS }],
  ['an order ID alone', { merchant_uid: 'order-1' }, { outcome: 'nothing', merchant_uid: 'order-1' }],
  ['no fields', {}, { outcome: 'nothing' }],
  ['undefined', undefined, { outcome: 'nothing' }],
  ['null', null, { outcome: 'nothing' }],
  ['a text', 'imp_1', { outcome: 'nothing' }],
  ['an array', ['imp_1'], { outcome: 'nothing' }],
  ['IDs that are not texts', { imp_uid: 7, merchant_uid: {} }, { outcome: 'nothing' }],
];

it.each(CASES)('%s', (_title, given, want) => {
  const raw = typeof given === 'object' && given !== null && !Array.isArray(given) ? given : {};
  expect(toBrowserResult(given)).toEqual({ ...want, raw });
});
