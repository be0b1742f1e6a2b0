import { sValidator } from '@hono/standard-validator';
import { Hono } from 'hono';
import { PaymentWebhook } from 'iamport-kit/validators';

// A notification that does not fit is refused with 400 before the handler runs.
const app = new Hono().post('/payments/webhook', sValidator('json', PaymentWebhook), (context) =>
  context.text(context.req.valid('json').imp_uid),
);

const post = (body: object): Response | Promise<Response> =>
  app.request('/payments/webhook', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const good = await post({ imp_uid: 'imp_1', merchant_uid: 'order-1', status: 'paid' });
const bad = await post({ imp_uid: 1 });
console.log(good.status, await good.text(), bad.status);
