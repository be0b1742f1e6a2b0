import type { Channel } from 'iamport-kit';

import { findChannel } from '../channels.js';
import { isPaidOrder } from '../charge.js';
import { gatewayOf, type Gateway } from '../gateways.js';
import { beginPayment, changePayment, textOf } from '../payment.js';
import { answer, type Reply } from '../reply.js';
import type { Turn } from '../turn.js';
import { dueOf } from '../due.js';

/** A call of `IMP.request_pay`. */
export interface WindowRequest {
  /** Parameters as the page handed them over. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Which script the page loaded: `iamport.payment-1.x.js` or `v1/iamport.js`. */
  readonly sdk: 'legacy' | 'v1';
  readonly device?: 'pc' | 'mobile' | undefined;
}

/** What `request_pay` leads to: a window, or a refusal before it. */
export type WindowReply =
  | {
      readonly outcome: 'opened';
      readonly imp_uid: string;
      readonly merchant_uid: string;
      readonly core: 'legacy' | 'v1';
      readonly window: Gateway['desktop'];
    }
  | { readonly outcome: 'refused'; readonly callback: Readonly<Record<string, unknown>> };

interface Order {
  readonly request: WindowRequest;
  readonly core: 'legacy' | 'v1';
  readonly merchantUid: string;
  readonly channel: Channel;
  readonly window: Gateway['desktop'];
}

/** Opens a payment window: from here on the payment is there, `ready`. */
export function openWindow(turn: Turn, request: WindowRequest): Reply<WindowReply> {
  const { params, sdk, device = 'pc' } = request;
  const merchantUid = textOf(params.merchant_uid) ?? `nobody_${turn.now * 1000}`;
  const channel = findChannel({
    channel_key: textOf(params.channelKey) ?? undefined,
    pg: textOf(params.pg) ?? undefined,
  });
  const gateway = gatewayOf(channel?.pg_provider ?? '');
  const core = sdk === 'v1' && (gateway.isNewCore || channel === undefined) ? 'v1' : 'legacy';
  if (channel === undefined) return refused({ core, merchantUid }, REASONS.channel);
  const window = windowOf(gateway, device, params);
  const order = { request, core, merchantUid, channel, window } as const;
  const reason = reasonAgainst(turn, order);
  if (reason !== null) return refused(order, reason);
  return answer({ outcome: 'opened', imp_uid: begin(turn, order), merchant_uid: merchantUid, core, window });
}

/** How the window opens. On a desktop, `popup` of the request chooses between a popup and a redirect. */
function windowOf(gateway: Gateway, device: 'pc' | 'mobile', params: WindowRequest['params']): Gateway['desktop'] {
  if (device === 'mobile' && gateway.mobile === 'redirect') return 'redirect';
  if (gateway.desktop === 'redirect' && params.popup === true) return 'popup';
  if (gateway.desktop === 'popup' && params.popup === false) return 'redirect';
  return gateway.desktop;
}

function begin(turn: Turn, { request, core, merchantUid, channel }: Order): string {
  const { params, device = 'pc' } = request;
  const gateway = gatewayOf(channel.pg_provider);
  const key = textOf(params.customer_uid);
  const record = beginPayment(turn, {
    merchant_uid: merchantUid,
    amount: typeof params.amount === 'number' ? params.amount : 0,
    channel,
    origin: core,
    device,
    pay_method: gateway.onlyMethod ?? textOf(params.pay_method) ?? 'card',
    fields: { currency: gateway.currency, ...params, escrow: params.escrow === true && gateway.hasEscrow },
  });
  const due = dueOf(params.vbank_due);
  changePayment(turn, record, { issuesKey: key, ...(due !== null && { wire: { vbank_date: due } }) });
  return record.wire.imp_uid;
}

interface Reason {
  readonly old: string;
  readonly fresh: string;
}

const REASONS = {
  channel: { old: '등록된 PG 설정 정보가 없습니다.', fresh: '채널 정보를 조회하는데 실패하였습니다.' },
  redirect: {
    old: '',
    fresh: '리디렉션 방식으로 결제창을 호출하려면 리디렉션 URL은 필수 입력입니다.',
  },
  amount: { old: '[sandbox] amount는 숫자여야 합니다.', fresh: '[sandbox] amount는 숫자여야 합니다.' },
  order: { old: '', fresh: '[sandbox] merchant_uid는 문자열이어야 합니다.' },
  due: {
    old: '[sandbox] 입금기한이 지났습니다.',
    fresh: '나이스페이 V2 가상계좌 발급시 유효한 입금 기한을 필수로 입력해야 합니다.',
  },
} as const satisfies Readonly<Record<string, Reason>>;

/** Why the window does not open, or null. */
function reasonAgainst(turn: Turn, order: Order): Reason | null {
  const { request, merchantUid, core, window, channel } = order;
  const { params } = request;
  if (core === 'v1' && params.merchant_uid !== undefined && typeof params.merchant_uid !== 'string')
    return REASONS.order;
  const isKeyOnly = textOf(params.customer_uid) !== null && params.amount === undefined;
  if (!isKeyOnly && (typeof params.amount !== 'number' || !(params.amount >= 0))) return REASONS.amount;
  if (isPaidOrder(turn, merchantUid)) return paidReason(merchantUid);
  const mismatch = preparedMismatch(turn, merchantUid, params);
  if (mismatch !== null) return mismatch;
  if (core === 'v1' && window === 'redirect' && textOf(params.m_redirect_url) === null) return REASONS.redirect;
  const due = dueOf(params.vbank_due);
  if (params.pay_method === 'vbank' && channel.pg_provider === 'nice_v2' && (due === null || due <= turn.now))
    return REASONS.due;
  return null;
}

function paidReason(merchantUid: string): Reason {
  return {
    old: '이미 결제가 이루어진 거래건입니다.',
    fresh: `이미 승인 완료 되거나 승인 요청 된 거래 건(${merchantUid})입니다.`,
  };
}

function preparedMismatch(turn: Turn, merchantUid: string, params: WindowRequest['params']): Reason | null {
  const prepared = turn.world.prepared.get(merchantUid);
  if (prepared === undefined || prepared.amount === params.amount) return null;
  const text = `[sandbox] 사전등록된 금액(${prepared.amount})과 결제요청 금액(${String(params.amount)})이 다릅니다.`;
  return { old: text, fresh: text };
}

function refused(order: Pick<Order, 'core' | 'merchantUid'>, reason: Reason): Reply<WindowReply> {
  const { core, merchantUid: merchant_uid } = order;
  const callback =
    core === 'v1'
      ? { merchant_uid, error_code: 'F400', error_msg: `결제 창 호출에 실패하였습니다. ${reason.fresh}` }
      : { success: false, imp_uid: null, merchant_uid, error_msg: reason.old, status: 'failed' };
  return answer({ outcome: 'refused', callback });
}
