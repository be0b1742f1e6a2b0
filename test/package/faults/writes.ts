import assert from 'node:assert/strict';

import { IamportError, type Payment } from 'iamport-kit';

import { openChargeDesk, type ChargeFault } from './charge-desk.js';
import { createRandom } from '../../runtime/random.js';
import { openShop, type CancelFault } from './shop.js';
import { failure, withServer } from './service.js';

/** Cancels and charges whose answer is lost are read back, and never done twice. */
export async function checkWrites(): Promise<void> {
  await Promise.all([checkCancel('reset after'), checkCancel('reset before'), checkRuns(), checkCharges()]);
}

async function checkCancel(fault: CancelFault): Promise<void> {
  const shop = openShop();
  shop.add({ imp_uid: 'imp_1', amount: 1000 });
  shop.fault = fault;
  await withServer(shop.answer, async ({ iamport, calls }) => {
    const call = iamport.payments.cancel({ imp_uid: 'imp_1', amount: 300, cancellable: 1000 });
    if (fault === 'reset after') assert.equal((await call).cancel_amount, 300);
    // Not finding it is no proof that it will not come.
    else assert.equal((await failure(call)).kind, 'ambiguous');
    assert.equal(calls().filter(({ url }) => url === '/payments/cancel').length, 1);
  });
}

/** 200 refunds, each tried until it is done, while connections break before and after the commit. */
async function checkRuns(): Promise<void> {
  const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
  const random = createRandom(seed);
  const shop = openShop();
  const faults: CancelFault[] = ['none', 'reset before', 'reset after', 'html before', 'html after'];
  await withServer(
    (request) => {
      if (request.method === 'POST') shop.fault = faults[Math.floor(random() * faults.length)] ?? 'none';
      return shop.answer(request);
    },
    async ({ iamport }) => {
      const refund = async (index: number): Promise<void> => {
        const imp_uid = `imp_${index}`;
        const payment = shop.add({ imp_uid, amount: 1000 });
        const extent =
          index % 3 === 0 ? ({ full: true } as const) : { amount: index % 2 === 0 ? 300 : 1000, cancellable: 1000 };
        await untilDone(() => iamport.payments.cancel({ imp_uid, ...extent }, { timeoutMs: 3000 }));
        const wanted = 'amount' in extent ? extent.amount : 1000;
        const done = [payment.cancel_amount, payment.cancel_history?.length];
        assert.deepEqual(done, [wanted, 1], `refund ${index}, again with FAULT_SEED=${seed}`);
      };
      // Twenty at a time: reading back must be done in ten seconds, on a busy machine too.
      for (let first = 0; first < 200; first += 20) {
        await Promise.all(Array.from({ length: 20 }, (_value, index) => refund(first + index)));
      }
    },
  );
}

async function untilDone(write: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      await write();
      return;
    } catch (error) {
      // This shop commits at once or not at all, so that what is not visible can be tried again.
      if (!(error instanceof IamportError) || !(error.retryable || error.kind === 'ambiguous')) throw error;
    }
  }
  throw new Error('the same call failed 300 times');
}

async function checkCharges(): Promise<void> {
  const faults: ChargeFault[] = ['reset before', 'reset after', 'html after', 'reset, done 1 s later'];
  await Promise.all(faults.flatMap((fault) => [checkCharge(fault, 'payAgain'), checkCharge(fault, 'payOnetime')]));
}

async function checkCharge(fault: ChargeFault, method: 'payAgain' | 'payOnetime'): Promise<void> {
  const desk = openChargeDesk();
  // An attempt that failed before is not this one.
  desk.add({ merchant_uid: 'order-1', amount: 5900, status: 'failed' });
  desk.fault = fault;
  await withServer(desk.answer, async ({ iamport, calls }) => {
    const order = { merchant_uid: 'order-1', amount: 5900 };
    const card = { ...order, card_number: 'canary-4111', expiry: '2030-12' };
    const { subscriptions } = iamport;
    const pay = (): Promise<Payment> =>
      method === 'payAgain'
        ? subscriptions.payAgain({ ...order, customer_uid: 'canary-key', name: '월간 구독' })
        : subscriptions.payOnetime(card);
    if (fault === 'reset before') assert.equal((await failure(pay())).kind, 'ambiguous');
    else assert.equal((await pay()).imp_uid, 'imps_1');
    assert.equal(calls().filter((call) => call.method === 'POST').length, 1);
  });
}
