import { createIamport, IamportError, isKnownPayMethod, type Payment } from 'iamport-kit';

// Uses every payments operation. Compiled against the installed package and against a regenerated folder, then run with
// a `fetch` that answers from memory.

const payment: Payment = {
  imp_uid: 'imp_1',
  merchant_uid: 'o',
  amount: 14.2,
  cancel_amount: 0,
  currency: 'USD',
  status: 'paid',
};
const seen: string[] = [];

function answer(path: string): unknown {
  if (path === '/users/getToken') return { access_token: 't', now: 1_700_000_000, expired_at: 1_700_001_800 };
  if (path === '/payments') return [payment];
  if (/status|findAll|subscribe/.test(path)) return { total: 1, previous: 0, next: 0, list: [payment] };
  return payment;
}

const iamport = createIamport({
  impKey: 'key',
  impSecret: 'secret',
  fetch: (input, init) => {
    const { method, url } = new Request(input, init);
    seen.push(`${method} ${new URL(url).pathname}`);
    return Promise.resolve(Response.json({ code: 0, message: null, response: answer(new URL(url).pathname) }));
  },
});

const { payments } = iamport;
const one: Payment = await payments.get({ imp_uid: 'imp_1', include_sandbox: true });
const many: Payment[] = await payments.list({ imp_uid: ['imp_1'], merchant_uid: ['o'] });
const byStatus = await payments.listByStatus({ payment_status: 'paid', page: 1, limit: 100, sorting: '-paid' });
await payments.find({ merchant_uid: 'o' });
await payments.findWithStatus({ merchant_uid: 'o', payment_status: 'cancelled' });
await payments.findAll({ merchant_uid: 'o', page: 1 });
await payments.findAllWithStatus({ merchant_uid: 'o', payment_status: 'failed' });
await payments.cancel({ merchant_uid: 'o', amount: 1, cancellable: 14.2, extra: { requester: 'admin' } });
await payments.balance({ imp_uid: 'imp_1' });
await payments.prepare({ merchant_uid: 'o', amount: 1, currency: 'KRW' });
await payments.updatePrepared({ merchant_uid: 'o', amount: 2 });
await payments.getPrepared({ merchant_uid: 'o' });
await payments.listByBillingKey({ customer_uid: 'c', page: 2 });
await iamport.call('getPayment', { imp_uid: one.imp_uid });

const total: number = [...many, ...byStatus.list].reduce((sum, { amount }) => sum + amount, 0);
if (total !== 28.4 || isKnownPayMethod(one.pay_method)) throw new Error('the answers are not what was sent');

try {
  // @ts-expect-error an amount is a number
  await payments.cancel({ imp_uid: 'imp_1', amount: '1004' });
  throw new Error('an amount in quotes was sent');
} catch (error) {
  if (!(error instanceof IamportError) || error.kind !== 'input') throw error;
}

process.stdout.write(`${seen.length} calls\n`);

declare const process: { stdout: { write(text: string): void } };
