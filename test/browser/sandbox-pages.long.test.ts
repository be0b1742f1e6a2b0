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

  it('tells an unknown account in its own misspelt key', async () => {
    const script =
      "new Promise((resolve) => { IMP.init('imp12345678'); IMP.request_pay({ merchant_uid: 'o' }, resolve); })";
    const { told } = await run(script);
    expect(told).toMatchObject({ imp_success: false, imp_uid: null, merchant_uid: 'o', error_coe: 'F1001' });
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

  it('axe finds nothing on the console and the demo', async () => {
    const window = await shop.sandbox.merchant().requestPay({ merchant_uid: 'o-1', amount: 1004, name: '당근' });
    if (window.outcome === 'opened') await window.approve();
    expect(await violations('/_sandbox/')).toEqual([]);
    expect(await violations('/_sandbox/demo')).toEqual([]);
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
