import type { KakaoAmount, KakaoOrder } from 'iamport-kit';

import { approve, fail } from '../approval.js';
import { channelOf, findChannel } from '../channels.js';
import { refusePaidOrder } from '../charge.js';
import { EXAMPLES } from '../examples.js';
import type { Handlers } from '../handler.js';
import { beginPayment, changePayment, gatewayId } from '../payment.js';
import { pageOf } from '../pages.js';
import { answer, Refused } from '../reply.js';
import { digest } from '../turn.js';
import type { PaymentRecord } from '../world.js';

type Extras =
  | 'getBenepiaPoints'
  | 'payWithBenepiaPoints'
  | 'issueCvsBarcode'
  | 'cancelCvsBarcode'
  | 'updatePaycoOrderStatus'
  | 'reportPaymentwallDelivery'
  | 'listKakaoOrders';

/** What only one gateway offers. */
export const gatewayExtras: Handlers<Extras> = {
  getBenepiaPoints(_turn, input) {
    channelOf(input);
    refuseUser(input.benepia_password, 0);
    return answer(EXAMPLES.getBenepiaPoints);
  },

  payWithBenepiaPoints(turn, input) {
    const channel = channelOf(input);
    refuseUser(input.benepia_password, input.amount);
    refusePaidOrder(turn, input.merchant_uid);
    const record = beginPayment(turn, { ...input, channel, origin: 'api', pay_method: 'point', fields: { ...input } });
    return answer(approve(turn, record).wire);
  },

  issueCvsBarcode(turn, input) {
    const channel = channelOf(input);
    refusePaidOrder(turn, input.merchant_uid);
    const record = beginPayment(turn, { ...input, channel, origin: 'api', pay_method: 'cvs', fields: { ...input } });
    return answer(changePayment(turn, record, { wire: { pg_tid: gatewayId(turn, 'CVS') } }).wire);
  },

  cancelCvsBarcode(turn, { imp_uid }) {
    const record = turn.world.payments.get(imp_uid);
    if (record?.wire.pay_method !== 'cvs' || record.wire.status !== 'ready') throw new Refused('cvs/not-waiting');
    return answer(fail(turn, record, '[sandbox] 바코드 취소').wire);
  },

  updatePaycoOrderStatus(turn, { imp_uid, status }) {
    const record = turn.world.payments.get(imp_uid);
    if (record?.wire.pg_provider !== 'payco') throw new Refused('payco/unknown');
    return answer({ status });
  },

  reportPaymentwallDelivery(turn, { imp_uid }) {
    if (turn.world.payments.get(imp_uid) === undefined) throw new Refused('paymentwall/unknown');
    return answer({ success: 1 });
  },

  listKakaoOrders(turn, { payment_request_date: date, page = 1 }) {
    const records = turn.world.payments
      .values()
      .filter(({ wire }) => wire.pg_provider === 'kakaopay')
      .filter(
        ({ wire }) =>
          koreanTime(wire.started_at ?? 0)
            .slice(0, 10)
            .replaceAll('-', '') === date,
      )
      .sort((a, b) => a.position - b.position);
    const { total, previous, next, list } = pageOf(records, page);
    const numbers = { current_page: page, current_size: list.length, first: previous === 0, last: next === 0 };
    const pages = { total_pages: Math.max(1, Math.ceil(total / 20)), total_size: total };
    const cid = findChannel({ pg: 'kakaopay' })?.pg_id ?? null;
    return answer({ page: { ...numbers, ...pages }, payment_request_date: date, cid, orders: list.map(kakaoOrder) });
  },
};

/** Any password but `wrong` is right. An amount above the points of the example is refused. */
function refuseUser(password: string, amount: number): void {
  if (password === 'wrong' || amount > EXAMPLES.getBenepiaPoints.point) throw new Refused('benepia/refused');
}

const KAKAO_STATUS = { ready: 'READY', paid: 'SUCCESS_PAYMENT', cancelled: 'CANCEL_PAYMENT', failed: 'FAIL_PAYMENT' };

function kakaoOrder({ wire }: PaymentRecord): KakaoOrder {
  const amountOf = (total: number): KakaoAmount => ({
    total,
    tax_free: 0,
    vat: Math.floor(total / 11),
    discount: 0,
  });
  const isPartly = wire.status === 'paid' && wire.cancel_amount > 0;
  return {
    tid: wire.pg_tid ?? `T${digest(wire.imp_uid, 19)}`,
    cid: wire.pg_id ?? null,
    status: isPartly ? 'PART_CANCEL_PAYMENT' : KAKAO_STATUS[wire.status],
    partner_order_id: wire.merchant_uid,
    partner_user_id: null,
    payment_method_type: 'MONEY',
    item_name: wire.name ?? null,
    item_code: null,
    quantity: 1,
    amount: amountOf(wire.amount),
    canceled_amount: amountOf(wire.cancel_amount),
    cancel_available_amount: amountOf(wire.status === 'paid' ? wire.amount - wire.cancel_amount : 0),
    created_at: koreanTime(wire.started_at ?? 0),
    approved_at: (wire.paid_at ?? 0) === 0 ? null : koreanTime(wire.paid_at ?? 0),
    canceled_at: (wire.cancelled_at ?? 0) === 0 ? null : koreanTime(wire.cancelled_at ?? 0),
    selected_card_info: null,
    payment_action_details: [],
  };
}

const KOREA = 9 * 3600;

/** A time in Korea, without a zone. */
function koreanTime(time: number): string {
  return new Date((time + KOREA) * 1000).toISOString().slice(0, 19);
}
