import { createIamport, IamportError, isKnownPayMethod, toDate, type IamportEvent } from 'iamport-kit';

// Bundled for browsers and run where there is nothing of Node, nor code made from strings.

/** Calls an API and says what came of it. */
export async function visit(baseUrl: string): Promise<Record<string, unknown>> {
  const events: IamportEvent[] = [];
  const onEvent = (event: IamportEvent): unknown => events.push(event);
  const iamport = createIamport({ impKey: 'key', impSecret: 'secret', baseUrl, retries: 0, onEvent });
  const fail = (call: Promise<unknown>): Promise<string> =>
    call.then(
      () => 'no error',
      (error: unknown) => (error instanceof IamportError ? error.kind : String(error)),
    );
  const payment = await iamport.payments.get({ imp_uid: 'imp_1' });
  const verdict = await iamport.payments.verify({ imp_uid: 'imp_1', merchant_uid: payment.merchant_uid, amount: 1 });
  return {
    amount: payment.amount,
    paidAt: toDate(payment.paid_at)?.toISOString(),
    isKnown: isKnownPayMethod(payment.pay_method),
    reason: verdict.ok ? 'ok' : verdict.reason,
    // Validators, loaded on first use, work as well.
    refused: await fail(iamport.call('preparePayment', { merchant_uid: 'o', amount: '1004' as unknown as number })),
    broken: await fail(iamport.payments.get({ imp_uid: 'imp_hang_up' })),
    late: await fail(iamport.payments.get({ imp_uid: 'imp_hang' }, { timeoutMs: 100 })),
    events: [...new Set(events.map(({ type }) => type))],
    globals: ['process', 'Buffer', 'require', 'global'].filter((name) => name in globalThis),
  };
}
