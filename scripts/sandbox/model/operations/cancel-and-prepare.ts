import { cancelPayment } from '../cancel.js';
import type { Handlers } from '../handler.js';
import { answer, Refused } from '../reply.js';
import { save, type Turn } from '../turn.js';
import type { PaymentRecord, Prepared } from '../world.js';
import { attemptsOf } from './payment-reads.js';

/** Cancellations and registered amounts. */
export const cancelAndPrepare: Handlers<
  'cancelPayment' | 'preparePayment' | 'updatePreparedPayment' | 'getPreparedPayment'
> = {
  cancelPayment(turn, input) {
    const { amount, checksum, reason, enable_webhook: isNotified = false } = input;
    const wish = { amount, checksum, reason, isNotified, fields: { ...input } };
    return answer(cancelPayment(turn, payeeOf(turn, input), wish).wire);
  },

  preparePayment(turn, { merchant_uid, amount, currency }) {
    if (turn.world.prepared.get(merchant_uid) !== undefined) throw new Refused('prepare/exists');
    return answer(register(turn, { merchant_uid, amount, currency: currency ?? null }));
  },

  updatePreparedPayment(turn, { merchant_uid, amount, currency }) {
    if (turn.world.prepared.get(merchant_uid) === undefined) throw new Refused('prepare/unknown-update');
    return answer(register(turn, { merchant_uid, amount, currency: currency ?? null }));
  },

  getPreparedPayment(turn, { merchant_uid }) {
    const prepared = turn.world.prepared.get(merchant_uid);
    if (prepared === undefined) throw new Refused('prepare/unknown');
    return answer({ ...prepared });
  },
};

function register(turn: Turn, prepared: Prepared): Prepared {
  save(turn, 'prepared', [prepared.merchant_uid, prepared]);
  return { ...prepared };
}

interface CancelTarget {
  readonly imp_uid?: string;
  readonly merchant_uid?: string;
}

/** `imp_uid` wins, even when it names nothing and `merchant_uid` would. */
function payeeOf(turn: Turn, { imp_uid, merchant_uid }: CancelTarget): PaymentRecord {
  const attempts = merchant_uid === undefined ? [] : attemptsOf(turn, merchant_uid);
  const byOrder = attempts.findLast(({ wire }) => wire.status === 'paid') ?? attempts.at(-1);
  const record = imp_uid === undefined ? byOrder : turn.world.payments.get(imp_uid);
  if (record === undefined) throw new Refused('cancel/unknown');
  return record;
}
