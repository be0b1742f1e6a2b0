import type { Payment } from '../../../src/index.js';
import { success, type Answer, type Reaction, type SeenRequest } from '../../runtime/api-server.js';
import { PAYMENT } from '../../runtime/payment.js';

/** What happens to a cancel: done or not, and what the client hears of it. */
export type CancelFault =
  'none' | 'reset before' | 'reset after' | 'html before' | 'html after' | 'hang before' | 'hang after';

/** A merchant's payments, with refunds as the provider does them: checked against `checksum`, refused with code 1. */
export interface Shop {
  readonly payments: Map<string, Payment>;
  readonly add: (fields: Partial<Payment>) => Payment;
  readonly answer: (request: SeenRequest) => Reaction;
  /** Refunds as an earlier request asked. */
  readonly commit: (refund: Refund) => Answer;
  fault: CancelFault;
}

/** Opens a shop. */
export function openShop(): Shop {
  const payments = new Map<string, Payment>();
  const shop: Shop = {
    payments,
    fault: 'none',
    add: (fields) => {
      const payment = { ...PAYMENT, cancel_amount: 0, cancel_history: [], ...fields };
      payments.set(payment.imp_uid, payment);
      return payment;
    },
    commit: (asked) => refund(payments, asked),
    answer: (request) => {
      const url = new URL(request.url, 'http://shop');
      if (url.pathname === '/payments/cancel') return cancel(request);
      if (url.pathname === '/payments') return list(url.searchParams, payments);
      const [, , first = '', second = '', status] = url.pathname.split('/').map(decodeURIComponent);
      if (first === 'find') {
        const mine = [...payments.values()].filter(({ merchant_uid }) => merchant_uid === second);
        return one(mine.find((payment) => status === undefined || payment.status === status));
      }
      return one(payments.get(first));
    },
  };
  const cancel = ({ body }: SeenRequest): Reaction => {
    const { fault } = shop;
    if (fault.endsWith('before')) return broken(fault);
    const outcome = refund(payments, JSON.parse(body) as Refund);
    return fault === 'none' ? outcome : broken(fault);
  };
  return shop;
}

/** A refusal as the API gives it. */
export function refusal(message: string, status = 200): Answer {
  return { status, body: { code: 1, message, response: null } };
}

/** A refund as a request asks for it. */
export interface Refund {
  readonly imp_uid?: string;
  readonly merchant_uid?: string;
  readonly amount?: number;
  readonly checksum?: number | null;
  readonly reason?: string;
}

function refund(payments: Map<string, Payment>, { imp_uid, amount, checksum, reason }: Refund): Answer {
  const payment = payments.get(imp_uid ?? '');
  if (payment === undefined) return refusal('결제건이 없습니다.');
  const left = payment.amount - payment.cancel_amount;
  if (left === 0) return refusal('이미 전액취소된 주문입니다.');
  if (typeof checksum === 'number' && checksum !== left) return refusal('취소 가능 금액이 일치하지 않습니다.');
  const taken = amount === undefined || amount === 0 ? left : amount;
  if (taken > left) return refusal('취소 금액이 큽니다.');
  payment.cancel_amount += taken;
  payment.cancel_history = [
    ...(payment.cancel_history ?? []),
    { pg_tid: 'tid', amount: taken, cancelled_at: 1_700_000_000, reason: reason ?? null, receipt_url: null },
  ];
  if (taken === left) payment.status = 'cancelled';
  return success(payment);
}

function one(payment: Payment | undefined): Answer {
  return payment === undefined ? refusal('존재하지 않는 결제정보입니다.', 404) : success(payment);
}

function list(query: URLSearchParams, payments: Map<string, Payment>): Answer {
  const ids = query.getAll('imp_uid[]');
  const orders = query.getAll('merchant_uid[]');
  const found = [...payments.values()].filter(
    ({ imp_uid, merchant_uid }) => ids.includes(imp_uid) || orders.includes(merchant_uid),
  );
  if (ids.length + orders.length > 100) return refusal('100건까지', 400);
  if (found.length === 0) return refusal('존재하지 않는 결제정보입니다.', 404);
  return { status: found.length < ids.length + orders.length ? 207 : 200, ...success(found.reverse()) };
}

function broken(fault: CancelFault): Reaction {
  if (fault.startsWith('reset')) return 'hang up';
  return fault.startsWith('hang') ? 'hang' : { status: 502, body: '<html>' };
}
