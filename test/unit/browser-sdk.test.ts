import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import {
  certify,
  checkPaymentRequest,
  IamportLoadError,
  loadIamport,
  PaymentRequestError,
  requestPay,
} from '../../src/browser.js';
import { GOOD_REQUEST } from '../browser/rule-cases.js';

// A page of nothing but what the module needs. test/browser/ has a real one.

interface Script {
  src: string;
  nonce?: string;
  onload: () => void;
  onerror: () => void;
  remove: () => void;
}

type Arrives = (script: Script) => void;

const IDS = { imp_uid: 'imp_1', merchant_uid: 'order0011' };
const PARAMS = { ...GOOD_REQUEST, merchant_uid: 'order0011', amount: 60000 };

function fakeSdk(request: (params: object, callback: (response: unknown) => void) => unknown): object {
  return { init: vi.fn(), agency: vi.fn(), request_pay: request, certification: request };
}

function makePage(arrives: Arrives, lang = 'en'): Script[] {
  const scripts: Script[] = [];
  vi.stubGlobal('document', {
    documentElement: { lang },
    head: {
      append: (script: Script) => {
        scripts.push(script);
        queueMicrotask(() => arrives(script));
      },
    },
    createElement: () => ({ remove: vi.fn() }),
  });
  return scripts;
}

beforeEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for('iamport-kit.loaded'));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('loadIamport', () => {
  const sdk = fakeSdk(() => undefined) as { init: ReturnType<typeof vi.fn>; agency: ReturnType<typeof vi.fn> };
  const arrive: Arrives = (script) => {
    vi.stubGlobal('IMP', sdk);
    script.onload();
  };

  it('loads the script once, and calls init once', async () => {
    const scripts = makePage(arrive);
    const loads = [1, 2].map(() => loadIamport({ userCode: 'imp00000000', nonce: 'n' }));
    expect(await Promise.all(loads)).toEqual([sdk, sdk]);
    await loadIamport({ userCode: 'imp00000000' });
    expect(scripts.map(({ src, nonce }) => [src, nonce])).toEqual([['https://cdn.iamport.kr/v1/iamport.js', 'n']]);
    expect(sdk.init.mock.calls).toEqual([['imp00000000']]);
  });

  it('survives a hot reload of its own module, and calls init again for another shop only', async () => {
    const scripts = makePage(arrive);
    sdk.init.mockClear();
    await loadIamport({ userCode: 'imp00000000' });
    vi.resetModules();
    const { loadIamport: reloaded } = await import('../../src/browser.js');
    expect(reloaded).not.toBe(loadIamport);
    await reloaded({ userCode: 'imp00000000' });
    expect([scripts.length, sdk.init.mock.calls]).toEqual([1, [['imp00000000']]]);
    await reloaded({ userCode: 'imp00000001' });
    expect([scripts.length, sdk.init.mock.calls.length]).toEqual([1, 2]);
  });

  it('takes an older version, a sub-merchant, and a script that is there already', async () => {
    const scripts = makePage(arrive);
    await loadIamport({ userCode: 'imp00000000', tierCode: 'ABC', version: '1.2.1' });
    expect(scripts[0]?.src).toBe('https://cdn.iamport.kr/js/iamport.payment-1.2.1.js');
    expect(sdk.agency.mock.calls).toEqual([['imp00000000', 'ABC']]);
    await loadIamport({ userCode: 'imp00000000', tierCode: 'ABC', url: 'http://127.0.0.1/iamport.js' });
    expect(scripts).toHaveLength(1);
  });

  it.each<[title: string, arrives: Arrives, message: RegExp]>([
    ['is blocked', (script) => script.onerror(), /could not be loaded.*Content-Security-Policy/s],
    ['is something else', (script) => script.onload(), /did not define window\.IMP/],
    ['does not arrive', () => undefined, /did not load within 20 ms/],
  ])('says that a script %s, and tries again', async (_title, arrives, message) => {
    const scripts = makePage(arrives);
    const load = (): Promise<unknown> => loadIamport({ userCode: 'imp00000000', timeoutMs: 20 });
    await expect(load()).rejects.toThrow(IamportLoadError);
    await expect(load()).rejects.toThrow(message);
    expect(scripts).toHaveLength(2);
  });

  it('says that a server has no page', async () => {
    await expect(loadIamport({ userCode: 'imp00000000' })).rejects.toThrow(/only works in a browser/);
  });
});

describe('requestPay and certify', () => {
  it.each<[title: string, response: unknown, want: object]>([
    ['classic success', { success: true, ...IDS, status: 'paid' }, { outcome: 'succeeded', ...IDS }],
    ['success of SDK 1.3', IDS, { outcome: 'succeeded', ...IDS }],
    [
      'failure',
      { ...IDS, error_code: 'F400', error_msg: 'x' },
      { outcome: 'failed', ...IDS, error_code: 'F400', error_msg: 'x' },
    ],
    ['closed window', { success: false, ...IDS, error_msg: 'x' }, { outcome: 'failed', ...IDS, error_msg: 'x' }],
    ['nothing', undefined, { outcome: 'failed' }],
  ])('%s', async (_title, response, want) => {
    vi.stubGlobal(
      'IMP',
      fakeSdk((_params, callback) => {
        callback(response);
      }),
    );
    expect(await requestPay(PARAMS)).toMatchObject(want);
    expect(await certify({ channelKey: 'channel-key-1', merchant_uid: 'o1' })).toMatchObject(want);
  });

  it.each<[title: string, sdk: object | undefined, message: RegExp]>([
    ['no SDK', undefined, /call loadIamport first/],
    ['SDK 1.2 refuses with an alert', fakeSdk(() => false), /rejected the call/],
    [
      'SDK 1.3 rejects',
      fakeSdk(() => Promise.reject(Object.assign(new Error('x'), { error_msg: 'no user code' }))),
      /no user code/,
    ],
  ])('%s', async (_title, sdk, message) => {
    vi.stubGlobal('IMP', sdk);
    await expect(requestPay(PARAMS)).rejects.toThrow(message);
  });

  it('refuses before a window opens, in the language of the page', async () => {
    const open = vi.fn();
    vi.stubGlobal('IMP', fakeSdk(open));
    vi.stubGlobal('document', { documentElement: { lang: 'ko-KR' } });
    // A caller without types.
    const bad = { ...PARAMS, amount: '1004', pay_method: 'vbank' } as unknown as typeof PARAMS;
    const error: unknown = await requestPay(bad, { pg: 'nice_v2' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PaymentRequestError);
    expect(String(error)).toBe(
      'PaymentRequestError: 결제 요청 오류: 2개\n' +
        '  amount: 숫자 타입이어야 합니다(현재 문자열). 1004 값을 쓰세요.\n' +
        '  nice_v2: pay_method 값이 vbank일 때 vbank_due 파라미터가 필요합니다.',
    );
    expect(open).not.toHaveBeenCalled();
  });

  it('passes warnings on, and opens all the same', async () => {
    vi.stubGlobal(
      'IMP',
      fakeSdk((_params, callback) => {
        callback(IDS);
      }),
    );
    const onWarning = vi.fn();
    const odd = { ...PARAMS, merchant_uid: 'o'.repeat(44) };
    expect(await requestPay(odd, { onWarning })).toMatchObject({ outcome: 'succeeded' });
    expect(onWarning.mock.calls.map(([issue]: unknown[]) => issue)).toMatchObject([
      { severity: 'warning', pointer: '/merchant_uid' },
    ]);
  });

  it('checks without a page', async () => {
    expect(await checkPaymentRequest({ ...PARAMS, amount: '1' }, { language: 'en' })).toMatchObject([
      { pointer: '/amount' },
    ]);
  });
});
