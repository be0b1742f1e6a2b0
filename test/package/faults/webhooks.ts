import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createConfirmHandler, createWebhookHandler, toNodeHandler, type Payment } from 'iamport-kit';

import { openShop } from './shop.js';
import { assertSilent, withServer } from './service.js';

const PAID = { imp_uid: 'imp_1', merchant_uid: 'order-1', status: 'paid' };

/** Forged, duplicate and out-of-order notifications are harmless; questions before approval are answered in time. */
export async function checkWebhooks(): Promise<void> {
  const shop = openShop();
  const heard: string[] = [];
  const hear =
    (name: string) =>
    ({ imp_uid }: Payment): void => {
      heard.push(`${name} ${imp_uid}`);
    };
  await withServer(shop.answer, async ({ iamport }) => {
    const webhook = createWebhookHandler({
      iamport,
      order: (id) => (id.startsWith('order-') ? { amount: 1000 } : null),
      onPaid: hear('paid'),
      onCancelled: hear('cancelled'),
      onFailed: hear('failed'),
      onMismatch: (reason, { imp_uid }) => heard.push(`${reason} ${imp_uid}`),
    });
    const confirm = createConfirmHandler({
      order: () => ({ amount: 1000 }),
      approve: () => new Promise<true>(() => undefined),
      deadlineMs: 200,
    });
    const server = createServer((request, response) =>
      toNodeHandler(request.url === '/confirm' ? confirm : webhook)(request, response),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const post = async (body: unknown, path = '/'): Promise<number> => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: text });
      assertSilent(await answer.text());
      return answer.status;
    };
    await checkForged(shop, post);
    // An order that is not ours costs no request, so it is not compared either.
    assert.deepEqual(heard.splice(0), ['amount_mismatch imp_cheap']);
    await checkOrder(shop, post);
    assert.deepEqual(heard, ['paid imp_1', 'cancelled imp_1', 'failed imp_2']);
    assert.equal(await post({ imp_uid: 'imp_1', merchant_uid: 'order-1', amount: 1000 }, '/confirm'), 503);
    server.close();
    server.closeAllConnections();
  });
}

type Shop = ReturnType<typeof openShop>;
type Post = (body: unknown, path?: string) => Promise<number>;

async function checkForged(shop: Shop, post: Post): Promise<void> {
  shop.add({ imp_uid: 'imp_open', merchant_uid: 'order-0', amount: 1000, status: 'ready' });
  shop.add({ imp_uid: 'imp_cheap', merchant_uid: 'order-1', amount: 1 });
  shop.add({ imp_uid: 'imp_foreign', merchant_uid: 'elsewhere', amount: 1000 });
  // It says "paid"; the server does not.
  assert.equal(await post({ ...PAID, imp_uid: 'imp_open', merchant_uid: 'order-0' }), 200);
  assert.equal(await post({ ...PAID, imp_uid: 'imp_cheap' }), 200);
  assert.equal(await post({ ...PAID, imp_uid: 'imp_foreign', merchant_uid: 'elsewhere' }), 200);
  assert.equal(await post({ ...PAID, imp_uid: 'imp_cheap', merchant_uid: 'order-2' }), 400);
  assert.equal(await post({ ...PAID, imp_uid: 'imp_404' }), 404);
  assert.equal(await post({ ...PAID, imp_uid: '../users/getToken' }), 400);
  assert.equal(await post('<canary/>'), 400);
  assert.equal(await post('imp_uid=imp_1&imp_uid=imp_2&merchant_uid=order-1'), 400);
  assert.equal(await post({ ...PAID, filler: 'canary'.repeat(20_000) }), 413);
}

async function checkOrder(shop: Shop, post: Post): Promise<void> {
  const payment = shop.add({ imp_uid: 'imp_1', merchant_uid: 'order-1', amount: 1000 });
  const all = (bodies: object[]): Promise<number[]> => Promise.all(bodies.map((body) => post(body)));
  assert.deepEqual(new Set(await all(Array.from({ length: 20 }, () => PAID))), new Set([200]));
  Object.assign(payment, { status: 'cancelled', cancel_amount: 1000 });
  // The news first, the old story after it, and once more.
  await all([{ ...PAID, status: 'cancelled' }, PAID, { ...PAID, status: 'cancelled' }, PAID]);
  shop.add({ imp_uid: 'imp_2', merchant_uid: 'order-1', amount: 1000, status: 'failed' });
  await all([
    { ...PAID, imp_uid: 'imp_2' },
    { ...PAID, imp_uid: 'imp_2', status: 'failed' },
  ]);
}
