import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it, vi } from 'vitest';

import { createFulfillment, memoryClaims, PROVIDER_IPS, type FulfillmentOptions } from '../../src/index.js';
import { success } from './api-server.js';
import { FIRST, openSandboxShop, type SandboxShop, type WantedPayment } from './sandbox-shop.js';
import { connect, failure, PAYMENT } from './setting.js';

interface Order {
  readonly amount: number;
}

interface Opened {
  readonly shop: SandboxShop;
  readonly heard: string[];
  readonly make: (more?: Partial<FulfillmentOptions<Order>>) => ReturnType<typeof createFulfillment>;
}

/** A shop with one paid payment, and a way to make as many fulfilments as there are processes. */
async function open(wanted: WantedPayment = {}): Promise<Opened> {
  const shop = await openSandboxShop();
  await shop.add(wanted);
  const heard: string[] = [];
  const make: Opened['make'] = (more) =>
    createFulfillment<Order>({
      iamport: shop.iamport,
      allowSandbox: true,
      order: (id) => (id.startsWith('order') ? { amount: 1000 } : null),
      onPaid: ({ cancel_amount }) => heard.push(`paid ${cancel_amount}`),
      onCancelled: ({ cancel_amount }) => heard.push(`cancelled ${cancel_amount}`),
      onMismatch: (reason) => heard.push(reason),
      ...more,
    });
  return { shop, heard, make };
}

const notification = { imp_uid: FIRST, merchant_uid: 'order-1', status: 'paid' };

describe('fulfilment', () => {
  it('runs onPaid once for notifications and returns at the same time, in two processes', async () => {
    const { make, heard } = await open();
    const claims = memoryClaims();
    const slow = async (): Promise<void> => {
      heard.push('paid');
      await sleep(100);
    };
    const [one, other] = [make({ claims, onPaid: slow }), make({ claims, onPaid: slow })];
    const results = await Promise.all([
      one.webhook.handle(notification),
      other.webhook.handle(notification),
      one.complete(FIRST),
      other.complete(FIRST),
    ]);
    expect(heard).toEqual(['paid']);
    expect(results.slice(2)).toMatchObject([{ ok: true }, { ok: true }]);
    // One of the two notifications may have found the other at work.
    for (const answer of results.slice(0, 2)) expect([200, 503]).toContain((answer as { status: number }).status);
    expect(await other.webhook.handle(notification)).toMatchObject({ status: 200 });
    expect(heard).toEqual(['paid']);
  });

  it('says busy with Retry-After while another process is handling it', async () => {
    const { make } = await open();
    const claims = memoryClaims();
    await claims.claim(`${FIRST}:paid`, 60_000);
    const answer = await make({ claims }).webhook(
      new Request('https://shop.test/', { method: 'POST', body: JSON.stringify(notification) }),
    );
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await failure(make({ claims }).complete(FIRST, { timeoutMs: 300 }))).toMatchObject({ kind: 'timeout' });
  });

  it('a callback that throws gives its claim up, and the return page does it again', async () => {
    const { make, heard } = await open();
    let isBroken = true;
    const errors: unknown[] = [];
    const fulfillment = make({
      onError: (error) => errors.push(error),
      onPaid: () => {
        if (isBroken) throw new Error('our database is down');
        heard.push('paid');
      },
    });
    expect(await fulfillment.webhook.handle(notification)).toMatchObject({ status: 500 });
    expect(errors).toMatchObject([{ message: 'our database is down' }]);
    isBroken = false;
    expect(await fulfillment.complete(FIRST)).toMatchObject({ ok: true, outcome: 'paid' });
    expect(heard).toEqual(['paid']);
  });

  it('a callback that hangs has its signal aborted and keeps its claim until that expires', async () => {
    const { make } = await open();
    const signals: AbortSignal[] = [];
    const hang = (_payment: unknown, _order: unknown, { signal }: { signal: AbortSignal }): Promise<never> => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    const fulfillment = make({ onPaid: hang, callbackMs: 50, claimMs: 300 });
    expect(await fulfillment.webhook.handle(notification)).toMatchObject({ status: 503 });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(await fulfillment.webhook.handle(notification)).toMatchObject({ status: 503 });
    expect(signals).toHaveLength(1);
    await sleep(320);
    await fulfillment.webhook.handle(notification);
    expect(signals).toHaveLength(2);
  });

  it('a running callback keeps its claim longer than the claim lasts', async () => {
    const { make } = await open();
    const claims = memoryClaims();
    const running = make({ claims, onPaid: () => sleep(400), claimMs: 150 }).complete(FIRST);
    await sleep(300);
    expect(await claims.claim(`${FIRST}:paid`, 1)).toEqual({ state: 'busy' });
    expect(await running).toMatchObject({ ok: true });
    expect(await claims.claim(`${FIRST}:paid`, 1)).toEqual({ state: 'done' });
  });

  it.each<[string, WantedPayment, string[]]>([
    ['paid', {}, ['paid 0']],
    ['paid and refunded in part before anything was handled', { cancel_amount: 300 }, ['paid 300', 'cancelled 300']],
    ['refunded in full', { status: 'cancelled', cancel_amount: 1000 }, ['cancelled 1000']],
    ['another amount', { amount: 1 }, ['amount_mismatch']],
  ])('%s: each fact once, however often it is told', async (_title, fields, want) => {
    const { make, heard } = await open(fields);
    const fulfillment = make();
    for (let times = 0; times < 3; times += 1) await fulfillment.webhook.handle(notification);
    expect(heard).toEqual(want);
  });

  it('a test payment is a mismatch by default', async () => {
    const { make, heard } = await open();
    const fulfillment = make({ allowSandbox: false });
    for (let times = 0; times < 3; times += 1) await fulfillment.webhook.handle(notification);
    expect(heard).toEqual(['sandbox_payment']);
  });

  // No answer of the sandbox breaks the document.
  it('a test payment of a careless server is one too', async () => {
    const { make, heard } = await open();
    const { iamport } = await connect(() =>
      success({ ...PAYMENT, imp_uid: FIRST, merchant_uid: 'order-1', sandbox: 1 }),
    );
    await make({ iamport, allowSandbox: false }).webhook.handle(notification);
    expect(heard).toEqual(['sandbox_payment']);
  });

  it('escrow events go to onEscrowChanged, and never to onPaid', async () => {
    const { make, heard } = await open();
    const changes: unknown[] = [];
    const fulfillment = make({ onEscrowChanged: ({ extra }) => changes.push(extra.escrow_status) });
    const event = { ...notification, event: 'Inicis.Escrow.Changed', extra: { escrow_status: '4', changed_at: 1 } };
    for (let times = 0; times < 2; times += 1)
      expect(await fulfillment.webhook.handle(event)).toMatchObject({ status: 200 });
    expect([changes, heard]).toEqual([['4'], []]);
  });

  it('a notification of 2016, without status, and one of a billing key, with amount 0, are handled', async () => {
    const { make, heard } = await open({ amount: 0 });
    const fulfillment = make({ order: () => ({ amount: 0 }) });
    expect(await fulfillment.webhook.handle({ imp_uid: FIRST, merchant_uid: 'order-1' })).toMatchObject({
      status: 200,
    });
    expect(heard).toEqual(['paid 0']);
  });

  it('the sweep settles what neither a notification nor a return has told', async () => {
    const { make, heard, shop } = await open();
    await shop.add({ merchant_uid: 'order-2' });
    await shop.add({ merchant_uid: 'elsewhere' });
    await shop.add({ merchant_uid: 'order-3', status: 'ready' });
    const span = { from: shop.sandbox.clock.date(), to: shop.sandbox.clock.date() };
    const fulfillment = make();
    expect(await fulfillment.sweep(span)).toEqual({ payments: 3, failed: [] });
    expect(await fulfillment.sweep(span)).toEqual({ payments: 3, failed: [] });
    expect(heard).toEqual(['paid 0', 'paid 0']);
  });

  it.each<[string, string, object]>([
    ['a payment that does not exist', 'imp_404', { ok: false, reason: 'not_found', payment: null }],
    ['an ID that leads elsewhere', '../users', { ok: false, reason: 'not_found' }],
  ])('complete says that %s settles nothing', async (_title, id, want) => {
    const { make, heard } = await open();
    expect(await make().complete(id)).toMatchObject(want);
    expect(heard).toEqual([]);
  });

  it('a flood of forged notifications costs no request for unknown orders, and a limited number for known ones', async () => {
    const { make, shop } = await open();
    const fulfillment = make({ maxPending: 10 });
    const forged = (index: number, merchant_uid: string): object => ({ imp_uid: `imp_x${index}`, merchant_uid });
    const unknown = Array.from({ length: 1000 }, (_value, index) =>
      fulfillment.webhook.handle(forged(index, 'nothing')),
    );
    expect(new Set((await Promise.all(unknown)).map(({ status }) => status))).toEqual(new Set([200, 503]));
    expect(shop.requests).toHaveLength(0);
    const known = Array.from({ length: 1000 }, (_value, index) => fulfillment.webhook.handle(forged(index, 'order-1')));
    expect((await Promise.all(known)).filter(({ status }) => status === 503)).toHaveLength(990);
    expect(shop.calls().length).toBeLessThanOrEqual(10);
  });

  it.each<[string, string | undefined, number]>([
    ['the provider', PROVIDER_IPS[0], 200],
    ['the provider through a dual-stack socket', `::ffff:${PROVIDER_IPS[1]}`, 200],
    ['someone else', '203.0.113.9', 403],
    ['nowhere', undefined, 403],
  ])('with allowIps, %s gets its answer', async (_title, address, want) => {
    const { make } = await open();
    const { webhook } = make({ allowIps: PROVIDER_IPS, clientIp: () => address });
    expect(await webhook.handle(notification, {})).toMatchObject({ status: want });
  });

  it('without onError a failure is one line on console.error, without values', async () => {
    const { make } = await open();
    const spy = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await make({
      onPaid: () => {
        throw new TypeError('canary');
      },
    }).webhook.handle(notification);
    const lines = spy.mock.calls.map(String);
    spy.mockRestore();
    expect(lines).toEqual(['iamport-kit: handling a payment failed (TypeError); set onError']);
  });
});
