import { approve } from '../approval.js';
import { channelOf, findChannel } from '../channels.js';
import { charge, refusePaidOrder } from '../charge.js';
import type { Handlers } from '../handler.js';
import { changePayment } from '../payment.js';
import { answer, Refused } from '../reply.js';
import { remove, save, type Turn } from '../turn.js';

type KcpQuick =
  | 'deleteKcpQuickMember'
  | 'releaseKcpQuickFido'
  | 'prepareKcpQuickPayment'
  | 'updatePreparedKcpQuickPayment'
  | 'payWithKcpQuickMoney'
  | 'payWithKcpQuickAutopay'
  | 'deleteKcpQuickAutopayKey';

/** KCP Quick Pay. Members come from windows; state can also seed them. */
export const kcpQuick: Handlers<KcpQuick> = {
  deleteKcpQuickMember(turn, { member_id }) {
    const member = turn.world.members.get(member_id);
    if (member === undefined) throw new Refused('kcp-quick/unknown-member');
    remove(turn, 'members', member_id);
    return answer({ ...member, updated: turn.now });
  },

  releaseKcpQuickFido(turn, input) {
    channelOf(input);
    if (turn.world.members.get(input.member_id) !== undefined) return answer(null);
    const refusal = new Refused('kcp-quick/no-fido');
    return { ...refusal.reply, error: { code: 'SANDBOX', message: refusal.message } };
  },

  prepareKcpQuickPayment(turn, { merchant_uid, prepaid_amount: amount = null }) {
    if (turn.world.quickPrepared.get(merchant_uid) !== undefined) throw new Refused('kcp-quick/prepared');
    return register(turn, merchant_uid, amount);
  },

  updatePreparedKcpQuickPayment(turn, { merchant_uid, prepaid_amount: amount = null }) {
    if (turn.world.quickPrepared.get(merchant_uid) === undefined) throw new Refused('kcp-quick/not-prepared');
    return register(turn, merchant_uid, amount);
  },

  payWithKcpQuickMoney(turn, input) {
    const { imp_uid, merchant_uid, amount, name } = input;
    channelOf(input);
    const record = turn.world.payments.get(imp_uid);
    if (record?.wire.status !== 'ready' || record.wire.merchant_uid !== merchant_uid)
      throw new Refused('kcp-quick/unknown-payment');
    refusePaidOrder(turn, merchant_uid);
    return answer(approve(turn, changePayment(turn, record, { wire: { amount, name } })).wire);
  },

  payWithKcpQuickAutopay(turn, input) {
    const key = turn.world.keys.get(input.customer_uid);
    const channel = findChannel({ pg: 'kcp_quick' });
    if (key === undefined || channel === undefined) throw new Refused('kcp-quick/unregistered');
    const { behaviour } = key;
    const payment = charge(turn, { ...input, channel, behaviour, usage: 'payment', fields: { ...input } });
    return answer(payment.wire);
  },

  deleteKcpQuickAutopayKey(turn, { customer_uid }) {
    if (turn.world.keys.get(customer_uid) === undefined) throw new Refused('kcp-quick/unknown-key');
    remove(turn, 'keys', customer_uid);
    return answer({ customer_uid });
  },
};

function register(turn: Turn, merchantUid: string, amount: number | null): ReturnType<typeof answer<null>> {
  save(turn, 'quickPrepared', [merchantUid, { amount }]);
  return answer(null);
}
