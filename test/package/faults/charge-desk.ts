import type { Payment } from '../../../src/index.js';
import { success, type Reaction, type SeenRequest } from '../../runtime/api-server.js';
import { PAYMENT } from '../../runtime/payment.js';
import { refusal } from './shop.js';

/** What happens to a charge: done or not, and what the client hears of it. */
export type ChargeFault = 'none' | `${'reset' | 'html' | 'hang'} ${'before' | 'after'}` | 'reset, done 1 s later';

/** Charges as the provider makes them: an order that is paid is refused, one that failed is not. */
export interface ChargeDesk {
  /** All attempts, the newest last. */
  readonly attempts: Payment[];
  readonly add: (fields: Partial<Payment>) => Payment;
  readonly answer: (request: SeenRequest) => Reaction;
  fault: ChargeFault;
  /** The status charges end with. */
  outcome: Payment['status'];
}

interface Asked {
  readonly merchant_uid: string;
  readonly amount: number;
  readonly currency?: string;
  readonly customer_uid?: string;
}

/** Opens a desk. */
export function openChargeDesk(): ChargeDesk {
  const attempts: Payment[] = [];
  const desk: ChargeDesk = {
    attempts,
    fault: 'none',
    outcome: 'paid',
    add: (fields) => {
      const payment = { ...PAYMENT, imp_uid: `imps_${attempts.length}`, cancel_amount: 0, ...fields };
      attempts.push(payment);
      return payment;
    },
    answer: (request) => {
      if (request.method === 'POST') return charge(JSON.parse(request.body) as Asked);
      const [, , , order = ''] = new URL(request.url, 'http://desk').pathname.split('/').map(decodeURIComponent);
      const list = attempts.filter(({ merchant_uid }) => merchant_uid === order).reverse();
      if (list.length === 0) return refusal('존재하지 않는 결제정보입니다.', 404);
      return success({ total: list.length, previous: 0, next: 0, list });
    },
  };
  const take = ({ merchant_uid, amount, currency = 'KRW', customer_uid }: Asked): Reaction => {
    const isPaid = attempts.some((one) => one.merchant_uid === merchant_uid && one.status === 'paid');
    if (isPaid) return refusal('이미 결제가 이루어진 merchant_uid입니다.');
    return success(
      desk.add({ merchant_uid, amount, currency, customer_uid: customer_uid ?? null, status: desk.outcome }),
    );
  };
  const charge = (asked: Asked): Reaction => {
    const { fault } = desk;
    if (fault === 'reset, done 1 s later') setTimeout(() => take(asked), 1000);
    if (fault.endsWith('before') || fault.endsWith('later')) return broken(fault);
    const answer = take(asked);
    return fault === 'none' ? answer : broken(fault);
  };
  return desk;
}

function broken(fault: ChargeFault): Reaction {
  if (fault.startsWith('reset')) return 'hang up';
  return fault.startsWith('hang') ? 'hang' : { status: 502, body: '<html>' };
}
