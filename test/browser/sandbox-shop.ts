import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express from 'express';

import { startSandbox, type RunningSandbox, type StartOptions } from '../../scripts/sandbox/start.js';
import { createFulfillment, createIamport, type Fulfillment, type Iamport } from '../../src/index.js';

/** A shop with a checkout page, a callback route, a return address and a webhook, made of Express and the runtime. */
export interface Shop {
  readonly sandbox: RunningSandbox;
  readonly iamport: Iamport;
  readonly fulfillment: Fulfillment;
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
  const iamport = createIamport(sandbox.clientOptions());
  const orders = new Map([['o-1', 1004]]);
  const events: string[] = [];
  const shop: Shop = {
    sandbox,
    url,
    iamport,
    fulfillment: fulfillmentOf(iamport, orders, events),
    orders,
    events,
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

function fulfillmentOf(iamport: Iamport, orders: ReadonlyMap<string, number>, events: string[]): Fulfillment {
  return createFulfillment({
    iamport,
    order: (merchantUid) => {
      const amount = orders.get(merchantUid);
      return amount === undefined ? null : { amount };
    },
    allowSandbox: true,
    onPaid: ({ merchant_uid }) => events.push(`shipped ${merchant_uid}`),
    onAwaitingDeposit: ({ merchant_uid }) => events.push(`waits ${merchant_uid}`),
    onCancelled: ({ merchant_uid, cancel_amount }) => events.push(`cancelled ${merchant_uid} ${cancel_amount}`),
    onFailed: ({ merchant_uid }) => events.push(`failed ${merchant_uid}`),
    onMismatch: (reason) => events.push(`mismatch ${reason}`),
  });
}

function serve(app: express.Express, shop: Shop): void {
  const { fulfillment } = shop;
  app.use(express.json());
  app.use((request, _response, next) => {
    shop.requests.push(`${request.method} ${request.path}`);
    next();
  });
  app.post('/webhook', (request, response) => {
    void fulfillment.webhook.handle(request.body).then(({ status, body }) => response.status(status).json(body));
  });
  app.post('/confirm', (_request, response) => {
    const { status, reason } = shop.confirm;
    response.status(status).json({ reason });
  });
  app.post('/complete', (request, response) => {
    const { imp_uid } = request.body as { imp_uid: string };
    void fulfillment.complete(imp_uid).then(
      (verdict) => response.json(verdict.ok ? { ok: true } : { ok: false, reason: verdict.reason }),
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
