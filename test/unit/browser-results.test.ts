import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { isClassicPayFailure } from '../../generated/validators/ClassicPayFailure.js';
import { isClassicPaySuccess } from '../../generated/validators/ClassicPaySuccess.js';
import { isCertificationCallback } from '../../generated/validators/CertificationCallback.js';
import { isPayFailure } from '../../generated/validators/PayFailure.js';
import { isPaymentCallback } from '../../generated/validators/PaymentCallback.js';
import { isPayRedirectFailure } from '../../generated/validators/PayRedirectFailure.js';
import { isPayRedirectSuccess } from '../../generated/validators/PayRedirectSuccess.js';
import { isPaySuccess } from '../../generated/validators/PaySuccess.js';
import { createSandbox } from '../../scripts/sandbox/server/create-sandbox.js';
import { toBrowserResult } from '../../src/browser/payment-result.js';

const CALLBACKS = {
  ClassicPaySuccess: isClassicPaySuccess,
  ClassicPayFailure: isClassicPayFailure,
  PaySuccess: isPaySuccess,
  PayFailure: isPayFailure,
};
const REDIRECTS = { PayRedirectSuccess: isPayRedirectSuccess, PayRedirectFailure: isPayRedirectFailure };

type Alternatives = Readonly<Record<string, (value: unknown) => boolean>>;

/** The alternatives that a value is one of, and whether they are of the generation with `success`. */
function alternativesOf(value: object, alternatives: Alternatives): string[] {
  const generation = 'success' in value ? /^Classic|Redirect/ : /^Pay/;
  return Object.keys(alternatives).filter((name) => generation.test(name) && alternatives[name]?.(value));
}

function fixtures(name: string): [string, object][] {
  return readdirSync(`test/fixtures/${name}`).map((file) => [
    file,
    JSON.parse(readFileSync(`test/fixtures/${name}/${file}`, 'utf8')) as object,
  ]);
}

describe('results of the SDK', () => {
  const outcomeOf = (name: string): string => (name.endsWith('Success') ? 'succeeded' : 'failed');

  it.each(fixtures('PaymentCallback'))(
    'the callback %s is one alternative, and the result says the same',
    (_file, value) => {
      const names = alternativesOf(value, CALLBACKS);
      expect(names).toHaveLength(1);
      expect(toBrowserResult(value).outcome).toBe(outcomeOf(names[0]!));
    },
  );

  it.each(fixtures('PaymentRedirect'))(
    'the redirect %s is one alternative, and the result says the same',
    (_file, value) => {
      const names = alternativesOf(value, REDIRECTS);
      expect(names).toHaveLength(1);
      expect(toBrowserResult(value).outcome).toBe(outcomeOf(names[0]!));
    },
  );

  it.each([
    ['legacy', 'html5_inicis', 'approve', 'ClassicPaySuccess'],
    ['legacy', 'html5_inicis', 'decline', 'ClassicPayFailure'],
    ['legacy', 'html5_inicis', 'close', 'ClassicPayFailure'],
    ['v1', 'tosspayments', 'approve', 'PaySuccess'],
    ['v1', 'tosspayments', 'decline', 'PayFailure'],
    ['v1', 'tosspayments', 'close', 'PayFailure'],
  ] as const)('what the sandbox hands over: %s %s %s', async (sdk, pg, end, want) => {
    const window = await createSandbox().merchant().requestPay({ pg, merchant_uid: 'o-1', amount: 1004 }, { sdk });
    if (window.outcome !== 'opened') throw new Error('refused');
    const response = await window[end]();
    expect(alternativesOf(response!.callback, CALLBACKS)).toEqual([want]);
  });

  // As the SDKs themselves hand them over, by their source.
  it.each([
    [
      'refused before a payment existed, 1.3',
      { merchant_uid: 'o', error_code: 'F400', error_msg: 'x' },
      isPaymentCallback,
    ],
    [
      'no frame for the gateway, 1.2',
      { imp_success: false, imp_uid: null, merchant_uid: 'o', error_coe: 'F1001', error_msg: 'x' },
      isPaymentCallback,
    ],
    [
      'no channel for identity verifications, 1.2',
      { imp_success: false, imp_uid: null, merchant_uid: 'nobody_17', error_coe: 'F1001', error_msg: 'x' },
      isCertificationCallback,
    ],
  ])('%s fits', (_title, value, fits) => {
    expect(fits(value)).toBe(true);
  });
});
