import { readFileSync } from 'node:fs';

/** The answer to a multi-get of 100 payments, as text: about 165 kB of JSON, the same on every machine. */
export function paymentsAnswer() {
  const { response } = JSON.parse(readFileSync('test/fixtures/PaymentResponse/001.json', 'utf8'));
  const payments = Array.from({ length: 100 }, (_, index) => ({
    ...response,
    imp_uid: `imp_${100_000_000_000 + index}`,
  }));
  return JSON.stringify({ code: 0, message: null, response: payments });
}
