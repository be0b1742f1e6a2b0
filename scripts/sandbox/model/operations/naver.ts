import { channelOf } from '../channels.js';
import { EXAMPLES } from '../examples.js';
import type { Handlers } from '../handler.js';
import { isOpen, isNaver, naverPaymentOf, productOrdersOf, stepOrders, type NaverStep } from '../naver.js';
import { answer, Refused } from '../reply.js';
import { save, type Turn } from '../turn.js';
import type { PaymentRecord } from '../world.js';

type NaverReads =
  | 'listNaverProductOrders'
  | 'getNaverProductOrder'
  | 'getNaverCashAmount'
  | 'listNaverReviews'
  | 'confirmNaverOrder'
  | 'accrueNaverPoints';

type NaverSteps =
  | 'placeNaverProductOrders'
  | 'shipNaverProductOrders'
  | 'cancelNaverProductOrders'
  | 'approveNaverCancellation'
  | 'requestNaverReturn'
  | 'approveNaverReturn'
  | 'rejectNaverReturn'
  | 'withholdNaverReturn'
  | 'resolveNaverReturn'
  | 'collectNaverExchange'
  | 'shipNaverExchange';

const claim = (type: string, status: string): { claim_type: string; claim_status: string } => ({
  claim_type: type,
  claim_status: status,
});

const STEPS: Readonly<Record<NaverSteps, NaverStep>> = {
  placeNaverProductOrders: { from: (order) => order.product_order_status === 'PAYED', to: {} },
  shipNaverProductOrders: {
    from: (order) => order.product_order_status === 'PAYED',
    to: { product_order_status: 'DELIVERING' },
  },
  cancelNaverProductOrders: {
    from: (order) => order.product_order_status === 'PAYED',
    to: { product_order_status: 'CANCELED', ...claim('CANCEL', 'CANCEL_DONE') },
  },
  approveNaverCancellation: {
    from: (order) => order.claim_status === 'CANCEL_REQUEST' && isOpen(order),
    to: { product_order_status: 'CANCELED', ...claim('CANCEL', 'CANCEL_DONE') },
  },
  requestNaverReturn: {
    from: (order) => ['DELIVERING', 'DELIVERED'].includes(order.product_order_status ?? ''),
    to: claim('RETURN', 'RETURN_REQUEST'),
  },
  approveNaverReturn: {
    from: (order) => order.claim_type === 'RETURN' && isOpen(order),
    to: { product_order_status: 'RETURNED', ...claim('RETURN', 'RETURN_DONE') },
  },
  rejectNaverReturn: {
    from: (order) => order.claim_type === 'RETURN' && isOpen(order),
    to: claim('RETURN', 'RETURN_REJECT'),
  },
  withholdNaverReturn: {
    from: (order) => order.claim_type === 'RETURN' && isOpen(order),
    to: claim('RETURN', 'COLLECTING'),
  },
  resolveNaverReturn: {
    from: (order) => order.claim_type === 'RETURN' && isOpen(order),
    to: claim('RETURN', 'RETURN_REQUEST'),
  },
  collectNaverExchange: {
    from: (order) => order.claim_type === 'EXCHANGE' && isOpen(order),
    to: claim('EXCHANGE', 'COLLECT_DONE'),
  },
  shipNaverExchange: {
    from: (order) => order.claim_type === 'EXCHANGE' && isOpen(order),
    to: claim('EXCHANGE', 'EXCHANGE_REDELIVERING'),
  },
};

/** Orders at Naver Pay. */
export const naver: Handlers<NaverReads | NaverSteps> = {
  listNaverProductOrders: (turn, { imp_uid }) => answer([...productOrdersOf(turn, naverPaymentOf(turn, imp_uid))]),

  getNaverProductOrder(turn, { product_order_id: id }) {
    const found = turn.world.payments
      .values()
      .filter(({ wire }) => isNaver(wire.pg_provider))
      .flatMap((record) => productOrdersOf(turn, record))
      .find(({ product_order_id }) => product_order_id === id);
    if (found === undefined) throw new Refused('naver/unknown');
    return answer(found);
  },

  getNaverCashAmount(turn, { imp_uid }) {
    const { wire } = paidOf(turn, imp_uid);
    const total = wire.amount - wire.cancel_amount;
    const supply = Math.round(total / 1.1);
    const parts = { amount_by_npoint: 0, amount_by_primary: total, amount_supply: supply, amount_vat: total - supply };
    return answer({ amount_total: total, ...parts });
  },

  listNaverReviews(_turn, input) {
    channelOf(input);
    return answer(EXAMPLES.listNaverReviews);
  },

  confirmNaverOrder(turn, { imp_uid }) {
    naverPaymentOf(turn, imp_uid);
    const record = paidOf(turn, imp_uid);
    const orders = productOrdersOf(turn, record);
    const decided = orders.map((order) =>
      isOpen(order) ? { ...order, product_order_status: 'PURCHASE_DECIDED' } : order,
    );
    save(turn, 'naverOrders', [imp_uid, decided]);
    return answer(null);
  },

  accrueNaverPoints(turn, { imp_uid }) {
    naverPaymentOf(turn, imp_uid);
    paidOf(turn, imp_uid);
    return answer(null);
  },

  placeNaverProductOrders: (turn, input) => stepOrders(turn, input, STEPS.placeNaverProductOrders),
  shipNaverProductOrders: (turn, input) => stepOrders(turn, input, STEPS.shipNaverProductOrders),
  cancelNaverProductOrders: (turn, input) => stepOrders(turn, input, STEPS.cancelNaverProductOrders),
  approveNaverCancellation: (turn, input) => stepOrders(turn, input, STEPS.approveNaverCancellation),
  requestNaverReturn: (turn, input) => stepOrders(turn, input, STEPS.requestNaverReturn),
  approveNaverReturn: (turn, input) => stepOrders(turn, input, STEPS.approveNaverReturn),
  rejectNaverReturn: (turn, input) => stepOrders(turn, input, STEPS.rejectNaverReturn),
  withholdNaverReturn: (turn, input) => stepOrders(turn, input, STEPS.withholdNaverReturn),
  resolveNaverReturn: (turn, input) => stepOrders(turn, input, STEPS.resolveNaverReturn),
  collectNaverExchange: (turn, input) => stepOrders(turn, input, STEPS.collectNaverExchange),
  shipNaverExchange: (turn, input) => stepOrders(turn, input, STEPS.shipNaverExchange),
};

function paidOf(turn: Turn, impUid: string): PaymentRecord {
  const record = turn.world.payments.get(impUid);
  if (record?.wire.status !== 'paid' || !isNaver(record.wire.pg_provider)) throw new Refused('naver/not-paid');
  return record;
}
