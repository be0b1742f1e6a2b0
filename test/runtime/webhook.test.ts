import { describe, expect, it, vi } from 'vitest';

import {
  createConfirmHandler,
  createWebhookHandler,
  type Payment,
  type PaymentHandler,
  type WebhookOptions,
} from '../../src/index.js';
import { FIRST, openSandboxShop, type SandboxShop, type WantedPayment } from './sandbox-shop.js';
import { connect } from './setting.js';

interface Order {
  readonly id: string;
  readonly amount: number;
}

interface Opened {
  readonly shop: SandboxShop;
  readonly handler: PaymentHandler;
  readonly heard: string[];
}

/** A shop with one payment of 1,000 won, and a handler that accepts test payments: all of the sandbox's are. */
async function open(wanted: WantedPayment = {}, more: Partial<WebhookOptions<Order>> = {}): Promise<Opened> {
  const shop = await openSandboxShop();
  await shop.add(wanted);
  const heard: string[] = [];
  const hear =
    (name: string) =>
    (payment: Payment, order: Order): void => {
      heard.push(`${name} ${payment.imp_uid} ${order.id}`);
    };
  const handler = createWebhookHandler<Order>({
    iamport: shop.iamport,
    allowSandbox: true,
    order: (id) => (id.startsWith('order') ? { id, amount: 1000 } : null),
    onPaid: hear('paid'),
    onAwaitingDeposit: hear('awaiting'),
    onCancelled: hear('cancelled'),
    onFailed: hear('failed'),
    onMismatch: (reason, { imp_uid }) => heard.push(`${reason} ${imp_uid}`),
    ...more,
  });
  return { shop, handler, heard };
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

const post = async (handler: PaymentHandler, body: string | object, type = JSON_TYPE): Promise<number> => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request('https://shop.test/webhook', {
    method: 'POST',
    body: text,
    headers: { 'content-type': type },
  });
  return (await handler(request)).status;
};

const paid = { imp_uid: FIRST, merchant_uid: 'order-1', status: 'paid' };

describe('a notification', () => {
  it.each<[string, string | object, string]>([
    ['JSON', paid, JSON_TYPE],
    ['a form', `imp_uid=${FIRST}&merchant_uid=order-1&status=paid`, FORM_TYPE],
    ['a form that says it is JSON', `imp_uid=${FIRST}&merchant_uid=order-1&status=paid`, JSON_TYPE],
  ])('as %s leads to the payment', async (_title, body, type) => {
    const { handler, heard } = await open();
    expect(await post(handler, body, type)).toBe(200);
    expect(heard).toEqual([`paid ${FIRST} order-1`]);
  });

  it.each<[string, WantedPayment, string[]]>([
    ['a deposit awaited', { status: 'ready', pay_method: 'vbank' }, [`awaiting ${FIRST} order-1`]],
    ['a window open', { status: 'ready', pay_method: 'card' }, []],
    ['a cancelled payment', { status: 'cancelled', cancel_amount: 1000 }, [`cancelled ${FIRST} order-1`]],
    [
      'a part refunded before anything was handled',
      { cancel_amount: 300 },
      [`paid ${FIRST} order-1`, `cancelled ${FIRST} order-1`],
    ],
    ['a failed one', { status: 'failed' }, [`failed ${FIRST} order-1`]],
    ['a wrong amount', { amount: 999 }, [`amount_mismatch ${FIRST}`]],
    ['a wrong currency', { currency: 'JPY' }, [`currency_mismatch ${FIRST}`]],
  ])('of %s is told as the server has it, whatever the notification says', async (_title, fields, want) => {
    const { handler, heard } = await open(fields);
    expect(await post(handler, paid)).toBe(200);
    expect(heard).toEqual(want);
  });

  it('of a test payment is a mismatch by default', async () => {
    const { handler, heard } = await open({}, { allowSandbox: false });
    expect(await post(handler, paid)).toBe(200);
    expect(heard).toEqual([`sandbox_payment ${FIRST}`]);
  });

  it('of an order that is not known is answered without a request, and handled once there is one', async () => {
    const orders = new Map<string, Order>();
    const { shop, handler, heard } = await open({}, { order: (id) => orders.get(id) });
    expect(await post(handler, paid)).toBe(200);
    expect(shop.requests).toHaveLength(0);
    orders.set('order-1', { id: 'order-1', amount: 1000 });
    expect(await post(handler, paid)).toBe(200);
    expect(heard).toEqual([`paid ${FIRST} order-1`]);
  });

  it.each<[string, string | object, number]>([
    ['nothing', '', 400],
    ['rubbish', '<xml/>', 400],
    ['JSON that is no object', '[1]', 400],
    ['an ID that leads elsewhere', { ...paid, imp_uid: '../users/pg' }, 400],
    ['an ID that is a number', { ...paid, imp_uid: 1 }, 400],
    ['an ID twice', `imp_uid=${FIRST}&imp_uid=imp_2&merchant_uid=order-1`, 400],
    ['no order', { imp_uid: FIRST }, 400],
    ['another order than the payment’s', { ...paid, merchant_uid: 'order-2' }, 400],
    ['a payment that does not exist', { ...paid, imp_uid: 'imp_404' }, 404],
    ['an order nobody placed', { ...paid, merchant_uid: 'forged' }, 200],
    ['70 kB', { ...paid, filler: 'x'.repeat(70_000) }, 413],
  ])('forged with %s does no harm', async (_title, body, want) => {
    const { handler, heard } = await open();
    expect(await post(handler, body)).toBe(want);
    expect(heard).toEqual([]);
  });

  it('is answered to POST only', async () => {
    const { handler } = await open();
    expect((await handler(new Request('https://shop.test/webhook'))).status).toBe(405);
  });

  it('that comes 20 times at once is handled once', async () => {
    const { handler, heard } = await open();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(handler, paid)));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(heard).toEqual([`paid ${FIRST} order-1`]);
  });

  it('that comes late tells what is true by now, in the order it became true', async () => {
    const { shop, handler, heard } = await open();
    await post(handler, paid);
    await shop.iamport.payments.cancel({ imp_uid: FIRST, full: true });
    await Promise.all([post(handler, { ...paid, status: 'cancelled' }), post(handler, paid)]);
    expect(heard).toEqual([`paid ${FIRST} order-1`, `cancelled ${FIRST} order-1`]);
  });

  it('whose callback failed is answered 500, told, and handled when it comes again', async () => {
    const told: unknown[] = [];
    let isBroken = true;
    const seen: string[] = [];
    const { handler } = await open(
      {},
      {
        onError: (error) => told.push(error),
        onPaid: ({ imp_uid }) => {
          if (isBroken) throw new Error('our database is down');
          seen.push(imp_uid);
        },
      },
    );
    expect(await post(handler, paid)).toBe(500);
    expect(told).toMatchObject([{ message: 'our database is down' }]);
    isBroken = false;
    expect(await post(handler, paid)).toBe(200);
    expect(seen).toEqual([FIRST]);
  });

  it('is answered 500 when the payment cannot be read', async () => {
    const { iamport } = await connect(() => ({ status: 401, body: { code: -1, message: 'no', response: null } }));
    const handler = createWebhookHandler({ iamport, order: () => ({ amount: 1 }) });
    expect(await post(handler, paid)).toBe(500);
  });
});

describe('a question before approval', () => {
  const ask = async (
    options: Partial<Parameters<typeof createConfirmHandler<Order>>[0]>,
    body: object | string = { imp_uid: 'imp_1', merchant_uid: 'order-1', amount: 1000 },
  ): Promise<{ status: number; body: unknown }> => {
    const handler = createConfirmHandler<Order>({ order: (id) => ({ id, amount: 1000 }), ...options });
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await handler(new Request('https://shop.test/confirm', { method: 'POST', body: text }));
    return { status: response.status, body: await response.json() };
  };

  it.each<[string, Parameters<typeof ask>, object]>([
    ['approved', [{}], { status: 200 }],
    ['approved, as a form', [{}, 'imp_uid=imp_1&merchant_uid=order-1&amount=1000'], { status: 200 }],
    ['an order nobody knows', [{ order: () => null }], { status: 409, body: { reason: 'order_not_found' } }],
    ['another amount', [{ order: (id) => ({ id, amount: 1 }) }], { status: 409, body: { reason: 'amount_mismatch' } }],
    ['the last word', [{ approve: () => '재고 부족' }], { status: 409, body: { reason: '재고 부족' } }],
    ['a failure of ours', [{ order: () => Promise.reject(new Error('down')) }], { status: 500 }],
    ['no amount and no event', [{}, { imp_uid: 'imp_1', merchant_uid: 'order-1' }], { status: 400 }],
    [
      'a convenience store, which sends no amount',
      [{}, { event: 'Galaxia.Cvs.Confirm', imp_uid: 'imp_1', merchant_uid: 'order-1', status: 'ready', extra: {} }],
      { status: 200 },
    ],
    ['rubbish', [{}, 'null'], { status: 400 }],
    ['no answer in time', [{ approve: () => new Promise(() => undefined), deadlineMs: 50 }], { status: 503 }],
  ])('%s', async (_title, input, want) => {
    expect(await ask(...input)).toMatchObject(want);
  });

  it('is refused after 8 seconds by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let isAnswered = false;
    const asking = ask({ approve: () => new Promise(() => undefined) }).finally(() => (isAnswered = true));
    await vi.advanceTimersByTimeAsync(7900);
    expect(isAnswered).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(await asking).toMatchObject({ status: 503 });
    vi.useRealTimers();
  });
});
