// A server of its own process, so that its work does not count: answers every call with one payment or a hundred.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

import { paymentsAnswer } from './payments-answer.mjs';

const expiry = Math.floor(Date.now() / 1000) + 86_400;
const token = {
  code: 0,
  message: null,
  response: { access_token: 'bench-token', now: expiry - 86_400, expired_at: expiry },
};
const ANSWERS = {
  '/users/getToken': JSON.stringify(token),
  '/payments/imp_448280090638': readFileSync('test/fixtures/PaymentResponse/001.json', 'utf8'),
  '/payments': paymentsAnswer(),
};

const server = createServer((request, response) => {
  request.resume();
  const answer = ANSWERS[request.url.split('?')[0]];
  response.writeHead(answer === undefined ? 404 : 200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(answer ?? ''),
  });
  response.end(answer);
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
