import { afterEach } from 'vitest';

import type { FaultKind, Merchant } from '../../scripts/sandbox/sandbox.js';
import { startSandbox, type RunningSandbox, type StartOptions } from '../../scripts/sandbox/start.js';
import { createIamport, type Iamport, type IamportOptions, type Payment } from '../../src/index.js';

/** The transaction ID of the first payment of a sandbox. */
export const FIRST = 'imp_000000000001';

/** One request that the client sent. */
export interface SentRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a test does about a request: sends it, with a fault if it wants one, and anything else before or after. */
export type Intercept = (request: SentRequest, send: (fault?: FaultKind) => Promise<Response>) => Promise<Response>;

/** A payment as a customer and the merchant's console make one. */
export interface WantedPayment {
  readonly merchant_uid?: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly pay_method?: string;
  readonly status?: Payment['status'];
  readonly cancel_amount?: number;
}

/** A merchant of a sandbox that listens on a port, and a client of it. All of it ends with the test. */
export interface SandboxShop {
  readonly sandbox: RunningSandbox;
  readonly merchant: Merchant;
  readonly iamport: Iamport;
  readonly another: (more?: Partial<IamportOptions>) => Iamport;
  readonly requests: SentRequest[];
  /** Requests other than those for a token. */
  readonly calls: () => SentRequest[];
  /** Makes a payment: opens a window, ends it, and cancels. Resolves to its ID. */
  readonly add: (wanted?: WantedPayment) => Promise<string>;
  intercept: Intercept;
}

const running: RunningSandbox[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
});

/** Starts a sandbox with a merchant. */
export async function openSandboxShop(
  options: Partial<IamportOptions> = {},
  start: StartOptions = {},
): Promise<SandboxShop> {
  const sandbox = await startSandbox({ port: 0, ...start });
  running.push(sandbox);
  const merchant = sandbox.merchant();
  const requests: SentRequest[] = [];
  const another = (more: Partial<IamportOptions> = {}): Iamport =>
    createIamport({ ...sandbox.clientOptions(), fetch: fetchOf(() => shop), ...options, ...more });
  const shop: SandboxShop = {
    sandbox,
    merchant,
    iamport: another(),
    another,
    requests,
    calls: () => requests.filter(({ url }) => url !== '/users/getToken'),
    add: (wanted) => addPayment(merchant, wanted),
    intercept: (_request, send) => send(),
  };
  return shop;
}

function fetchOf(shopOf: () => SandboxShop): typeof fetch {
  return async (input, init = {}) => {
    const shop = shopOf();
    // The raw client hands over a request, every other call an address.
    const given = input instanceof Request ? input : null;
    const url = input instanceof Request ? input.url : new URL(input).href;
    const headers = Object.fromEntries(new Headers(init.headers ?? given?.headers));
    const body = typeof init.body === 'string' ? init.body : ((await given?.clone().text()) ?? '');
    const method = init.method ?? given?.method ?? 'GET';
    const request = { method, url: url.replace(shop.sandbox.url, ''), headers, body };
    shop.requests.push(request);
    return shop.intercept(request, (fault) =>
      fetch(given ?? url, {
        ...init,
        headers: { ...headers, ...(fault !== undefined && { 'x-sandbox-fault': fault }) },
      }),
    );
  };
}

async function addPayment(merchant: Merchant, wanted: WantedPayment = {}): Promise<string> {
  const { status = 'paid', cancel_amount = 0, ...params } = wanted;
  const order = { merchant_uid: 'order-1', amount: 1000, name: '당근', ...params };
  const window = await merchant.requestPay(order);
  if (window.outcome === 'refused') throw new Error(JSON.stringify(window.callback));
  const { imp_uid } = window;
  const isAccount = wanted.pay_method === 'vbank';
  if (status === 'failed') await window.decline();
  else if (status !== 'ready' || isAccount) await window.approve();
  if (isAccount && status !== 'ready') await merchant.command('vbank.deposit', { imp_uid });
  const refund = status === 'cancelled' ? order.amount : cancel_amount;
  if (refund > 0) await merchant.command('console.cancel', { imp_uid, amount: refund });
  return imp_uid;
}
