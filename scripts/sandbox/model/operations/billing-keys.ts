import { behaviourOf } from '../cards.js';
import { channelOf } from '../channels.js';
import type { Handlers } from '../handler.js';
import { channelGroupOf, keepKey } from '../keys.js';
import { paymentPage, sortPayments } from '../pages.js';
import { answer, Refused } from '../reply.js';
import { remove, type Turn } from '../turn.js';
import type { KeyRecord } from '../world.js';

type BillingKeyOperations =
  'issueBillingKey' | 'getBillingKey' | 'deleteBillingKey' | 'listBillingKeys' | 'listBillingKeyPayments';

/** Billing keys. */
export const billingKeys: Handlers<BillingKeyOperations> = {
  issueBillingKey(turn, input) {
    const { customer_uid, card_number: number, channel_group_id: groupId } = input;
    const group = groupId === undefined ? undefined : channelGroupOf(turn, groupId);
    const channel = group?.channels[0] ?? channelOf(input);
    const behaviour = behaviourOf(number);
    if (behaviour === null) throw new Refused('charge/card');
    if (behaviour === 'declined') throw new Refused('key/issue-refused', { reason: '[sandbox] 거절된 카드입니다.' });
    if (behaviour === 'expired') throw new Refused('charge/expired');
    return answer(keepKey(turn, { customer_uid, channel, group, number, behaviour, fields: { ...input } }).wire);
  },

  getBillingKey: (turn, { customer_uid }) => answer(keyOf(turn, customer_uid).wire),

  deleteBillingKey(turn, { customer_uid }) {
    const { wire } = keyOf(turn, customer_uid);
    remove(turn, 'keys', customer_uid);
    return answer(wire);
  },

  listBillingKeys(turn, { customer_uid: ids }) {
    const found = [...new Set(ids)].flatMap((id) => turn.world.keys.get(id)?.wire ?? []);
    if (found.length === 0) throw new Refused('key/none-found');
    return answer(found, found.length < new Set(ids).size ? 207 : 200);
  },

  listBillingKeyPayments(turn, { customer_uid, page }) {
    const records = turn.world.payments.values().filter(({ wire }) => wire.customer_uid === customer_uid);
    if (records.length === 0) keyOf(turn, customer_uid);
    return answer(paymentPage(sortPayments(records), page));
  },
};

function keyOf(turn: Turn, customerUid: string): KeyRecord {
  const record = turn.world.keys.get(customerUid);
  const isStrict = turn.world.settings.unknownKeyStatus === 404;
  if (record === undefined) throw new Refused(isStrict ? 'key/unknown-404' : 'key/unknown', { uid: customerUid });
  return record;
}
