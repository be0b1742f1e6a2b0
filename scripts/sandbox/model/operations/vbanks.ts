import { fail, issueAccount } from '../approval.js';
import { channelOf } from '../channels.js';
import { refusePaidOrder } from '../charge.js';
import { EXAMPLES } from '../examples.js';
import { gatewayOf, type Gateway } from '../gateways.js';
import type { Handlers } from '../handler.js';
import { beginPayment, changePayment } from '../payment.js';
import { answer, Refused } from '../reply.js';
import type { Turn } from '../turn.js';
import type { PaymentRecord } from '../world.js';

/** Virtual accounts without a window. */
export const vbanks: Handlers<'createVbank' | 'updateVbank' | 'cancelVbank' | 'getVbankHolder'> = {
  createVbank(turn, input) {
    const channel = channelOf(input);
    const { vbank_code: code, vbank_due: due } = input;
    refuseWithoutContract(channel.pg_provider, 'issue');
    if (due <= turn.now) throw new Refused('vbank/past-due');
    refusePaidOrder(turn, input.merchant_uid);
    const fields = { ...input };
    const record = beginPayment(turn, { ...input, channel, origin: 'api', pay_method: 'vbank', fields });
    const account = { code, due, holder: input.vbank_holder ?? null, number: input.vbank_num ?? null };
    return answer(issueAccount(turn, record, account).wire);
  },

  updateVbank(turn, { imp_uid, amount, vbank_due: due }) {
    const record = waitingOf(turn, imp_uid, 'change');
    if (due !== undefined && due <= turn.now) throw new Refused('vbank/past-due-change');
    const { wire } = record;
    const change = { amount: amount ?? wire.amount, vbank_date: due ?? wire.vbank_date ?? 0 };
    return answer(changePayment(turn, record, { wire: change }).wire);
  },

  cancelVbank(turn, { imp_uid }) {
    const record = waitingOf(turn, imp_uid, 'close');
    return answer(fail(turn, record, '계좌말소').wire);
  },

  getVbankHolder(_turn, { bank_num: number }) {
    if (/[^\d-]/.test(number) || /^0+$/.test(number)) throw new Refused('vbank/no-holder');
    return answer(EXAMPLES.getVbankHolder);
  },
};

/** A virtual account that waits for its deposit. */
function waitingOf(turn: Turn, impUid: string, action: keyof Gateway['vbankApi']): PaymentRecord {
  const record = turn.world.payments.get(impUid);
  if (record === undefined) throw new Refused('vbank/unknown');
  const { status, pay_method: method, vbank_num: number, pg_provider: code } = record.wire;
  if (method !== 'vbank' || status !== 'ready' || number === null) throw new Refused('vbank/not-waiting');
  refuseWithoutContract(code ?? '', action);
  return record;
}

function refuseWithoutContract(code: string, action: keyof Gateway['vbankApi']): void {
  if (!gatewayOf(code).vbankApi[action]) throw new Refused('vbank/unsupported', { pg: code });
}
