// Express 4 and 5, with each way of reading bodies before the handler: notifications of every form must get through.
import { createServer } from 'node:http';

import express4 from 'express4';
import express5 from 'express5';
import { createWebhookHandler, toNodeHandler } from 'iamport-kit';

const PARSERS = {
  none: () => [],
  json: ({ json }) => [json()],
  urlencoded: ({ urlencoded }) => [urlencoded({ extended: true })],
  'json and urlencoded': ({ json, urlencoded }) => [json(), urlencoded({ extended: false })],
  text: ({ text }) => [text({ type: '*/*' })],
  raw: ({ raw }) => [raw({ type: '*/*' })],
};
const IDS = { imp_uid: 'imp_1', merchant_uid: 'order-1' };
const BODIES = {
  json: ['application/json', JSON.stringify(IDS)],
  form: ['application/x-www-form-urlencoded', new URLSearchParams(IDS).toString()],
  'JSON sent as text': ['text/plain', JSON.stringify(IDS)],
};
const payment = { ...IDS, amount: 1000, status: 'paid', currency: 'KRW', cancel_amount: 0 };

for (const [name, express] of Object.entries({ 'Express 4': express4, 'Express 5': express5 })) {
  for (const [parser, make] of Object.entries(PARSERS)) {
    for (const [form, [type, body]] of Object.entries(BODIES)) {
      const answers = [
        await post(express, make(express), { type, body }),
        await post(express, make(express), { type, body: 'x' }),
      ];
      console.log(`${name}, ${parser}, ${form}: ${answers.join(' ')}`);
    }
  }
}

/** The status of the answer, and what was paid. */
async function post(express, parsers, { type, body }) {
  const paid = [];
  const handler = createWebhookHandler({
    iamport: { payments: { get: () => Promise.resolve(payment) } },
    order: () => ({ amount: 1000 }),
    onPaid: ({ imp_uid }) => paid.push(imp_uid),
  });
  const app = express();
  for (const parser of parsers) app.use(parser);
  // What a parser refuses, such as broken JSON, is its own affair.
  app
    .post('/', toNodeHandler(handler))
    .use((error, _request, response, _next) => response.sendStatus(error.status ?? 500));
  const server = createServer(app);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const { status } = await fetch(url, { method: 'POST', body, headers: { 'content-type': type } });
  server.close();
  return [status, ...paid].join('/');
}
