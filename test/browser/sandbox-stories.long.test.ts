import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { launchChromium } from './chromium.js';
import { openShop, type Shop } from './sandbox-shop.js';

// A shop of Express and the runtime, a customer in Chromium, and the sandbox between them.

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

/** Opens the checkout page of the sandbox from the shop. */
async function checkout(params: Record<string, unknown> = {}): Promise<FrameLocator> {
  const all = { pg: 'html5_inicis', merchant_uid: 'o-1', amount: 1004, name: '당근 10kg', ...params };
  await page.goto(`${shop.url}/?params=${encodeURIComponent(JSON.stringify(all))}`);
  await page.getByTestId('buy').click();
  return page.frameLocator('[data-testid=iamport-sandbox-frame]');
}

const result = async (): Promise<string> => {
  await page.waitForFunction("document.querySelector('[data-testid=result]').textContent !== ''");
  return page.getByTestId('result').innerText();
};
const press = async (name: string, params: Record<string, unknown> = {}): Promise<string> => {
  const frame = await checkout(params);
  await frame.getByTestId(name).click();
  return result();
};

describe('stories', () => {
  it('paid', async () => {
    expect(await press('pay')).toBe('thanks');
    expect(shop.events).toEqual(['shipped o-1']);
  });

  it('paid by keyboard alone', async () => {
    const frame = await checkout();
    await frame.getByTestId('pay').focus();
    await page.keyboard.press('Enter');
    expect(await result()).toBe('thanks');
  });

  it('declined', async () => {
    expect(await press('decline')).toContain('한도가 초과하였습니다');
    expect(shop.events).toEqual([]);
  });

  it('closed', async () => {
    expect(await press('close')).toContain('사용자가 결제를 취소하셨습니다');
    expect(shop.events).toEqual([]);
  });

  it('closed with Escape', async () => {
    const frame = await checkout();
    await frame.getByTestId('pay').focus();
    await page.keyboard.press('Escape');
    expect(await result()).toContain('취소');
  });

  it('the webhook comes before the callback', async () => {
    expect(await press('pay')).toBe('thanks');
    const order = shop.requests.filter((line) => line.startsWith('POST'));
    expect(order).toEqual(['POST /webhook', 'POST /complete']);
  });

  it('the callback comes before the webhook', async () => {
    await shop.sandbox.merchant().configure({ order: 'browser-first' });
    expect(await press('pay')).toBe('thanks');
    await shop.sandbox.settled();
    expect(shop.requests.filter((line) => line.startsWith('POST')).sort()).toEqual(['POST /complete', 'POST /webhook']);
    expect(shop.events).toEqual(['shipped o-1']);
  });

  it('the callback is lost', async () => {
    const frame = await checkout();
    await frame.getByTestId('lose-browser').click();
    await frame.getByText('브라우저는 결과를 받지 못합니다').waitFor();
    await page.goto('about:blank');
    expect(shop.events).toEqual(['shipped o-1']);
    expect(shop.requests).not.toContain('POST /complete');
  });

  it('a notification comes twice', async () => {
    await shop.sandbox.merchant().configure({ order: 'duplicate' });
    expect(await press('pay')).toBe('thanks');
    expect(shop.requests.filter((line) => line === 'POST /webhook')).toHaveLength(2);
    expect(shop.events).toEqual(['shipped o-1']);
  });

  it('a forged notification', async () => {
    await checkout();
    const forged = JSON.stringify({ imp_uid: 'imp_999999999999', merchant_uid: 'o-1', status: 'paid' });
    const unpaid = JSON.stringify({ imp_uid: IMP_UID, merchant_uid: 'o-1', status: 'paid' });
    const headers = { 'content-type': 'application/json' };
    for (const body of [forged, unpaid]) await fetch(`${shop.url}/webhook`, { method: 'POST', headers, body });
    expect(shop.events.filter((event) => event.startsWith('shipped'))).toEqual([]);
  });

  it('a tampered amount', async () => {
    const frame = await checkout();
    await frame.getByTestId('other-amount').fill('4');
    await frame.getByTestId('pay-other-amount').click();
    expect(await result()).toMatch(/^refused: /);
    expect(shop.events.filter((event) => event.startsWith('shipped'))).toEqual([]);
    expect(shop.events.some((event) => event.startsWith('mismatch'))).toBe(true);
  });

  it('a virtual account, paid three days later and refunded', async () => {
    expect(await press('pay', { pay_method: 'vbank' })).toBe('thanks');
    expect(shop.events).toEqual(['waits o-1']);
    await shop.sandbox.clock.advance('3d');
    await shop.sandbox.merchant().command('vbank.deposit', { imp_uid: IMP_UID });
    expect(shop.events).toEqual(['waits o-1', 'shipped o-1']);
    const refund = { refund_holder: '홍길동', refund_bank: '04', refund_account: '123' };
    const cancelled = await shop.iamport.call('cancelPayment', { imp_uid: IMP_UID, checksum: 1004, ...refund });
    expect([cancelled.status, cancelled.cancel_amount]).toEqual(['cancelled', 1004]);
  });

  it('a schedule fails, and is tried again', async () => {
    expect(await press('pay', { pg: 'kakaopay', customer_uid: 'card-1', amount: 1004 })).toBe('thanks');
    shop.orders.set('sub-1', 100);
    const schedule_at = shop.sandbox.clock.seconds() + 3600;
    await shop.iamport.call('schedulePayments', {
      customer_uid: 'card-1',
      schedules: [{ merchant_uid: 'sub-1', schedule_at, amount: 100, name: '구독' }],
    });
    await shop.sandbox.merchant().command('gateway.decline', {});
    await shop.sandbox.clock.advance('1h');
    expect(shop.events.at(-1)).toBe('failed sub-1');
    expect((await shop.iamport.call('retrySchedule', { merchant_uid: 'sub-1' })).status).toBe('paid');
    await shop.sandbox.settled();
    expect(shop.events.at(-1)).toBe('shipped sub-1');
  });

  it('partial cancellations, then one too many', async () => {
    await press('pay');
    for (const [amount, checksum] of [
      [500, 1004],
      [500, 504],
    ] as const)
      await shop.iamport.call('cancelPayment', { imp_uid: IMP_UID, amount, checksum });
    await expect(shop.iamport.call('cancelPayment', { imp_uid: IMP_UID, amount: 500, checksum: 4 })).rejects.toThrow(
      '취소 가능금액',
    );
    const payment = await shop.iamport.payments.get({ imp_uid: IMP_UID });
    expect([payment.status, payment.cancel_amount, payment.cancel_history?.length]).toEqual(['paid', 1000, 2]);
  });

  it('the shop refuses to confirm', async () => {
    shop.confirm = { status: 409, reason: '재고 없음' };
    expect(await press('pay', { confirm_url: `${shop.url}/confirm` })).toContain('(상세사유 : 재고 없음)');
    expect(shop.events).toEqual([]);
  });

  it('notification and return are both lost: the sweep finds the payment', async () => {
    await shop.sandbox.merchant().configure({ order: 'webhook-lost' });
    const frame = await checkout();
    await frame.getByTestId('pay').click({ noWaitAfter: true });
    await page.goto('about:blank');
    await expect.poll(() => shop.sandbox.merchant().payment(IMP_UID)?.status).toBe('paid');
    expect(shop.requests).not.toContain('POST /webhook');
    const now = shop.sandbox.clock.seconds();
    expect(await shop.fulfillment.sweep({ from: now - 7200, to: now })).toEqual({ payments: 1, failed: [] });
    expect(shop.events).toEqual(['shipped o-1']);
    await shop.fulfillment.sweep({ from: now - 7200, to: now });
    expect(shop.events).toEqual(['shipped o-1']);
  });

  it('a popup, closed by the customer', async () => {
    const popupOpens = page.waitForEvent('popup');
    await checkout({ pg: 'payco' });
    const popup = await popupOpens;
    await popup.getByTestId('pay').waitFor();
    await popup.close();
    expect(await result()).toContain('취소');
    expect(shop.sandbox.merchant().payment(IMP_UID)?.status).toBe('failed');
  });

  it('a redirect, and back with the result in the query', async () => {
    await checkout({ pg: 'naverpay', m_redirect_url: `${shop.url}/?from=shop` });
    await page.getByTestId('pay').click();
    await page.waitForURL(/from=shop&imp_uid=/);
    const query = new URL(page.url()).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      from: 'shop',
      imp_uid: IMP_UID,
      merchant_uid: 'o-1',
      imp_success: 'true',
    });
  });

  it('a refusal of the new core before the window', async () => {
    await checkout({ pg: 'inicis_jp' });
    expect(await result()).toContain('리디렉션 URL은 필수 입력입니다');
  });
});
