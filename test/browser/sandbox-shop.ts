import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express from 'express';

import { startSandbox, type RunningSandbox, type StartOptions } from '../../scripts/sandbox/start.js';
import { createIamport, createWebhookHandler, type Iamport, type Payment } from '../../src/index.js';

/** A shop with a checkout page, a callback route, a return address and a webhook, made of Express and the runtime. */
export interface Shop {
  readonly sandbox: RunningSandbox;
  readonly iamport: Iamport;
  readonly url: string;
  /** Amounts of the orders. */
  readonly orders: Map<string, number>;
  /** What was shipped, refused and told, in order. */
  readonly events: string[];
  /** Addresses that browsers or notifications asked for. */
  readonly requests: string[];
  /** What `confirm_url` answers. */
  confirm: { status: number; reason?: string };
  close(): Promise<void>;
}

/** Opens a shop and a sandbox that notifies it. */
export async function openShop(options: StartOptions = {}): Promise<Shop> {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sandbox = await startSandbox({ port: 0, webhook: `${url}/webhook`, ...options });
  const shop: Shop = {
    sandbox,
    url,
    iamport: createIamport(sandbox.clientOptions()),
    orders: new Map([['o-1', 1004]]),
    events: [],
    requests: [],
    confirm: { status: 200 },
    close: async () => {
      await sandbox.close();
      await closeServer(server);
    },
  };
  serve(app, shop);
  return shop;
}

function serve(app: express.Express, shop: Shop): void {
  const shipped = new Set<string>();
  const ship = (payment: Payment): void => {
    if (shipped.has(payment.imp_uid)) return;
    shipped.add(payment.imp_uid);
    shop.events.push(`shipped ${payment.merchant_uid}`);
  };
  const amountOf = (merchantUid: string): { amount: number } | null => {
    const amount = shop.orders.get(merchantUid);
    return amount === undefined ? null : { amount };
  };
  const handler = createWebhookHandler({
    iamport: shop.iamport,
    order: amountOf,
    allowSandbox: true,
    onPaid: ship,
    onAwaitingDeposit: ({ merchant_uid }) => shop.events.push(`waits ${merchant_uid}`),
    onCancelled: ({ merchant_uid, cancel_amount }) => shop.events.push(`cancelled ${merchant_uid} ${cancel_amount}`),
    onFailed: ({ merchant_uid }) => shop.events.push(`failed ${merchant_uid}`),
    onMismatch: (reason) => shop.events.push(`mismatch ${reason}`),
  });
  app.use(express.json());
  app.use((request, _response, next) => {
    shop.requests.push(`${request.method} ${request.path}`);
    next();
  });
  app.post('/webhook', (request, response) => {
    void handler.handle(request.body).then(({ status, body }) => response.status(status).json(body));
  });
  app.post('/confirm', (_request, response) => {
    const { status, reason } = shop.confirm;
    response.status(status).json({ reason });
  });
  app.post('/complete', (request, response) => {
    const { imp_uid, merchant_uid } = request.body as { imp_uid: string; merchant_uid: string };
    const amount = shop.orders.get(merchant_uid) ?? 0;
    void shop.iamport.payments
      .verify({ imp_uid, merchant_uid, amount, allowSandbox: true, acceptVbankReady: true })
      .then(
        (verdict) => {
          if (verdict.ok && verdict.payment.status === 'paid') ship(verdict.payment);
          response.json(verdict.ok ? { ok: true } : { ok: false, reason: verdict.reason });
        },
        () => response.status(500).end(),
      );
  });
  app.get('/', (_request, response) => {
    response.type('html').send(pageOf(shop.sandbox.url));
  });
}

/** The checkout page of the shop: it pays with the parameters in its query. */
function pageOf(sandbox: string): string {
  return `<!doctype html><html lang="ko"><title>shop</title><h1>shop</h1>
<button id="buy" data-testid="buy">buy</button><pre data-testid="result"></pre>
<script src="${sandbox}/v1/iamport.js"></script>
<script>
IMP.init('imp_sandbox_1');
const show = (text) => { document.querySelector('[data-testid=result]').textContent = text; };
document.getElementById('buy').addEventListener('click', () => {
  const params = JSON.parse(new URLSearchParams(location.search).get('params'));
  IMP.request_pay(params, async (response) => {
    if (response.error_msg) return show('failed: ' + response.error_msg);
    const answer = await fetch('/complete', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(response) });
    const verdict = await answer.json();
    show(verdict.ok ? 'thanks' : 'refused: ' + verdict.reason);
  });
});
</script></html>`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
