import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { launchChromium } from './chromium.js';
import { openShop, type Shop } from './sandbox-shop.js';

// The pages of the sandbox and its scripts, in Chromium.

let browser: Browser;
let shop: Shop;
let page: Page;
/** Addresses that the browser asked for. */
let asked: string[];

beforeAll(async () => {
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser.close());
beforeEach(async () => {
  shop = await openShop();
  page = await (await browser.newContext()).newPage();
  asked = [];
  page.on('request', (request) => asked.push(request.url()));
});
afterEach(async () => {
  await page.context().close();
  await shop.close();
  expect(asked.filter((url) => !/^(http:\/\/127\.0\.0\.1:|data:)/.test(url))).toEqual([]);
});

const IMP_UID = 'imp_000000000001';

describe('the first generation of the SDK', () => {
  const run = async (script: string): Promise<{ alerts: string[]; told: unknown }> => {
    const alerts: string[] = [];
    page.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      void dialog.accept();
    });
    await page.goto(`${shop.url}/`);
    await page.addScriptTag({ url: `${shop.sandbox.url}/js/iamport.payment-1.2.0.js` });
    const told: unknown = await page.evaluate(script);
    return { alerts, told };
  };

  it.each([
    ['IMP.request_pay({}, () => {})', '판매자 코드가 설정되지 않았습니다. IMP.init()함수를 먼저 호출하세요.'],
    ["IMP.init('imp_sandbox_1'); IMP.request_pay()", '결제요청 파라메터가 누락되었습니다.'],
  ])('%s is an alert, and false', async (script, alert) => {
    expect(await run(script)).toEqual({ alerts: [alert], told: false });
  });

  it('reports an unknown account in its misspelt key', async () => {
    const script =
      "new Promise((resolve) => { IMP.init('imp12345678'); IMP.request_pay({ merchant_uid: 'o' }, resolve); })";
    const { told } = await run(script);
    expect(told).toMatchObject({ imp_success: false, imp_uid: null, merchant_uid: 'o', error_coe: 'F1001' });
  });
});

describe('calls beside payments', () => {
  const load = async (script: string): Promise<void> => {
    await page.goto(`${shop.url}/`);
    await page.addScriptTag({ url: `${shop.sandbox.url}${script}` });
    await page.evaluate("IMP.init('imp_sandbox_1')");
  };
  const ZZIM = "IMP.naver_zzim({ naverProducts: [{ id: '1', name: '셔츠 <b>' }, { id: '2', name: '양말' }] })";

  it.each(['/v1/iamport.js', '/js/iamport.payment-1.2.0.js'])('%s: naver_zzim opens a popup', async (script) => {
    await load(script);
    const popupOpens = page.waitForEvent('popup');
    await page.evaluate(ZZIM);
    const popup = await popupOpens;
    expect(await popup.getByTestId('wish-list').locator('li').allTextContents()).toEqual(['셔츠 <b>', '양말']);
    const closes = popup.waitForEvent('close');
    // The page may be gone before the key is up.
    await Promise.all([closes, popup.keyboard.press('Enter').catch(() => null)]);
    expect(shop.sandbox.journal.entries('browser')).toMatchObject([
      { key: 'imp_sandbox_1', text: 'naver_zzim    2 products', data: { products: ['셔츠 <b>', '양말'] } },
    ]);
  });

  it('naver_zzim is for Naver Pay of the order type', async () => {
    const alerts: string[] = [];
    page.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      void dialog.accept();
    });
    await load('/v1/iamport.js');
    await page.evaluate("IMP.naver_zzim({ pg: 'naverpay', naverProducts: [] })");
    expect(alerts).toEqual(['네이버페이 주문형으로 다시 시도해주세요.']);
  });

  it.each([
    ["'paypal', {}, {}", '지원하지 않는 모듈 타입(paypal) 입니다.'],
    ["'toss-brandpay', {}, {}", '[sandbox] customerKey는 필수 입력입니다.'],
  ])('loadModule(%s) rejects', async (args, message) => {
    await load('/v1/iamport.js');
    expect(await page.evaluate(`IMP.loadModule(${args}).catch((error) => error.message)`)).toBe(message);
  });

  it('the functions of Brandpay say that they are not modelled, to the page and in the log', async () => {
    await load('/v1/iamport.js');
    const told =
      await page.evaluate(`IMP.loadModule('toss-brandpay', { userCode: 'imp_sandbox_1' }, { customerKey: 'k' })
      .then((brandpay) => brandpay.openSettings())
      .catch((error) => error.message)`);
    expect(told).toBe('[sandbox] toss-brandpay.openSettings() is not modelled');
    expect(shop.sandbox.journal.entries('note')).toMatchObject([
      { text: 'not modelled  toss-brandpay.openSettings()' },
    ]);
  });
});

describe('accessibility', () => {
  const violations = async (path: string): Promise<string[]> => {
    await page.goto(`${shop.sandbox.url}${path}`);
    await page.waitForLoadState('load');
    const found = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };

  it.each(['ko', 'en'])('axe finds nothing on checkout and certification in %s', async (lang) => {
    const merchant = shop.sandbox.merchant();
    await merchant.requestPay({ merchant_uid: 'o-1', amount: 1004, name: '당근' });
    expect(await violations(`/_sandbox/checkout?key=imp_sandbox_1&imp_uid=${IMP_UID}&lang=${lang}`)).toEqual([]);
    const { imp_uid } = await merchant.command('certification.open', { name: '홍길동' });
    expect(await violations(`/_sandbox/certification?key=imp_sandbox_1&imp_uid=${imp_uid}&lang=${lang}`)).toEqual([]);
  });

  it.each([1280, 375])('axe finds nothing on the console and the demo, %s pixels wide', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    const window = await shop.sandbox.merchant().requestPay({ merchant_uid: 'o-1', amount: 1004, name: '당근' });
    if (window.outcome === 'opened') await window.approve();
    expect(await violations('/_sandbox/')).toEqual([]);
    expect(await violations('/_sandbox/demo')).toEqual([]);
    expect(await violations('/_sandbox/wish-list?userCode=imp_sandbox_1&product=a')).toEqual([]);
  });
});

describe('the keyboard', () => {
  it.each([
    ['Enter', ['Enter'], 'paid'],
    ['Escape', ['Escape'], 'failed'],
    ['the fourth stop, to decline', ['Tab', 'Tab', 'Tab', 'Enter'], 'failed'],
    ['the sixth stop, to pay another amount', ['Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter'], 'paid'],
  ])('ends the checkout with %s', async (_title, keys, status) => {
    const merchant = shop.sandbox.merchant();
    await merchant.requestPay({ merchant_uid: 'o-1', amount: 1004, name: '당근' });
    await page.goto(`${shop.sandbox.url}/_sandbox/checkout?key=imp_sandbox_1&imp_uid=${IMP_UID}&lang=ko&mode=redirect`);
    for (const key of keys) await page.keyboard.press(key);
    await expect.poll(() => merchant.payment(IMP_UID)?.status).toBe(status);
  });

  it('works the console: cancels a payment', async () => {
    const merchant = shop.sandbox.merchant();
    const window = await merchant.requestPay({ merchant_uid: 'o-1', amount: 1004, name: '당근' });
    if (window.outcome === 'opened') await window.approve();
    await page.goto(`${shop.sandbox.url}/_sandbox/`);
    await page.getByTestId(`cancel-${IMP_UID}`).waitFor();
    // The clock, its button, the demo, the history, the cancellation.
    for (let stop = 0; stop < 5; stop += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => merchant.payment(IMP_UID)?.status).toBe('cancelled');
  });
});

describe('the console', () => {
  it('shows what happens while it happens, cancels, and sends a notification again', async () => {
    await page.goto(`${shop.sandbox.url}/_sandbox/`);
    const window = await shop.sandbox.merchant().requestPay({ merchant_uid: 'o-1', amount: 1004, name: '당근' });
    if (window.outcome === 'opened') await window.approve();
    await page.getByTestId(`cancel-${IMP_UID}`).click();
    await page.getByTestId('payments').getByText('cancelled').waitFor();
    await page.getByTestId('resend-1').click();
    await expect.poll(() => shop.sandbox.webhooks.list().length).toBe(3);
    await page.getByTestId('advance-button').click();
    await page.getByText('2026-01-01T15:00:00.000Z').waitFor();
  });
});

describe('the demo', () => {
  it('pays and verifies an identity in a popup', async () => {
    await page.goto(`${shop.sandbox.url}/_sandbox/demo`);
    await page.getByTestId('buy').click();
    await page.frameLocator('[data-testid=iamport-sandbox-frame]').getByTestId('pay').click();
    await page.getByTestId('result').getByText('"success": true').waitFor();
    const popupOpens = page.waitForEvent('popup');
    await page.getByTestId('verify').click();
    await (await popupOpens).getByTestId('certify').click();
    await page.getByTestId('result').getByText('"pg_type": "certification"').waitFor();
  });
});
