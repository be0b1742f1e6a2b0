import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { parseRedirect } from '../../src/index.js';
import { bundleSamples, type Bundle } from './bundle-samples.js';
import { launchChromium } from './chromium.js';
import { openStrictShop, type StrictShop } from './strict-shop.js';

// The samples of the guide in Chromium: `iamport-kit/browser` bundled as shops do it, both generations of the SDK, under a
// Content-Security-Policy that allows scripts of the page's own origin only.

const LEGACY = { sdk: '/js/iamport.payment-1.2.0.js', pg: 'html5_inicis' };
const V1 = { sdk: '/v1/iamport.js', pg: 'tosspayments' };

let browser: Browser;
let shop: StrictShop;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe.each(['esbuild', 'vite'] as const)('bundled by %s', (bundler) => {
  let bundle: Bundle;
  /** Addresses that the browser asked for. */
  let asked: string[];

  beforeAll(async () => {
    bundle = await bundleSamples(bundler);
  });
  beforeEach(async () => {
    shop = await openStrictShop(bundle);
    page = await (await browser.newContext({ locale: 'ko-KR' })).newPage();
    asked = [];
    page.on('request', (request) => asked.push(request.url()));
  });
  afterEach(async () => {
    await page.context().close();
    await shop.close();
    expect(asked.filter((url) => !/^(http:\/\/127\.0\.0\.1:|data:)/.test(url))).toEqual([]);
  });

  const open = async (order: object, sample = 'plain'): Promise<void> => {
    await page.goto(`${shop.url}/${sample}.html?order=${encodeURIComponent(JSON.stringify(order))}`);
  };
  const buy = async (order: object, sample?: string): Promise<FrameLocator> => {
    await open(order, sample);
    await page.locator('#pay').click();
    return page.frameLocator('[data-testid=iamport-sandbox-frame]');
  };
  const result = async (): Promise<string> => {
    await page.locator('#result').filter({ hasText: /./ }).waitFor();
    return page.locator('#result').innerText();
  };

  it.each([
    ['the first generation', 'plain', LEGACY],
    ['the second generation', 'plain', V1],
    ['React', 'react', V1],
    ['Vue', 'vue', LEGACY],
  ])('pays: %s', async (_title, sample, order) => {
    const frame = await buy(order, sample);
    await frame.getByTestId('pay').click();
    expect(await result()).toBe('결제되었습니다.');
    expect(asked.filter((url) => url.endsWith(order.sdk))).toHaveLength(1);
    expect(shop.violations).toEqual([]);
  });

  it.each([
    ['first', LEGACY, '한도가 초과'],
    ['second', V1, '한도가 초과'],
  ])('the gateway declines: the %s generation', async (_title, order, text) => {
    const frame = await buy(order);
    await frame.getByTestId('decline').click();
    expect(await result()).toContain(text);
  });

  it.each([
    ['first', LEGACY, '사용자가 결제를 취소하셨습니다'],
    ['second', V1, '사용자가 결제를 취소하였습니다.'],
  ])('the customer closes the window: the %s generation', async (_title, order, text) => {
    const frame = await buy(order);
    await frame.getByTestId('close').click();
    expect(await result()).toContain(text);
  });

  it.each([
    ['first', LEGACY],
    ['second', V1],
  ])('refuses wrong parameters before a window opens: the %s generation', async (_title, order) => {
    await buy({ ...order, amount: '1,004', escrow: 'true' });
    const text = await result();
    expect(text).toContain('amount: 숫자 타입이어야 합니다(현재 문자열). 1004 값을 쓰세요.');
    expect(text).toContain('escrow: 불리언 타입이어야 합니다');
    expect(await page.locator('iframe').count()).toBe(0);
    expect(asked.filter((url) => url.includes('/_sandbox/'))).toEqual([]);
  });

  it.each([
    ['first', LEGACY, '이미 결제가 이루어진 거래건입니다.'],
    ['second', V1, '결제 창 호출에 실패하였습니다. 이미 승인 완료 되거나 승인 요청 된 거래 건(order-1)입니다.'],
  ])('hands on what the SDK refuses: the %s generation', async (_title, order, text) => {
    const earlier = await shop.sandbox.merchant().requestPay({ pg: order.pg, merchant_uid: 'order-1', amount: 1004 });
    if (earlier.outcome === 'opened') await earlier.approve();
    await buy(order);
    expect(await result()).toBe(text);
  });

  it.each([
    ['first', LEGACY],
    ['second', V1],
  ])('comes back by a redirect on a phone: the %s generation', async (_title, order) => {
    const userAgent = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/147.0.0.0 Mobile Safari/537.36';
    await page.context().close();
    page = await (await browser.newContext({ userAgent })).newPage();
    await buy(order);
    await page.getByTestId('pay').click();
    await page.waitForURL(/\/payments\/return\?/);
    expect(parseRedirect(page.url())).toMatchObject({ outcome: 'succeeded', merchant_uid: 'order-1' });
  });

  it('says that the policy blocks a script of another origin', async () => {
    const other = await openStrictShop(new Map());
    await open({ ...V1, sdk: `${other.url}/v1/iamport.js` });
    const text = await result();
    await other.close();
    expect(text).toContain(`${other.url}/v1/iamport.js could not be loaded.`);
    expect(text).toContain('Content-Security-Policy');
    expect(shop.violations).toHaveLength(1);
  });
});
