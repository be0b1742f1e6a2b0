import { behaviourOf, declineOf } from '../cards.js';
import { channelOf, findChannel } from '../channels.js';
import { charge } from '../charge.js';
import type { Handlers } from '../handler.js';
import { channelGroupOf, gatewayCodeOf, keepKey } from '../keys.js';
import { answer, Refused } from '../reply.js';

/** Charges without the customer, at once. */
export const charges: Handlers<'payOnetime' | 'payAgain'> = {
  payOnetime(turn, input) {
    const { card_number: number, customer_uid, channelGroupId: groupId } = input;
    const channel = groupId === undefined ? channelOf(input) : channelGroupOf(turn, groupId).channels[0];
    const behaviour = behaviourOf(number);
    if (behaviour === null) throw new Refused('charge/card');
    if (behaviour === 'expired') throw new Refused('charge/expired');
    if (behaviour !== 'fails-on-charge' && declineOf(behaviour) !== null && behaviour !== 'limit')
      throw new Refused('charge/declined');
    refuseNamelessInicis(channel.pg_provider, input.name);
    const usage = customer_uid === undefined ? null : 'issue';
    const record = charge(turn, {
      ...input,
      channel,
      behaviour,
      number,
      customer_uid: customer_uid ?? null,
      usage,
      fields: { ...input },
    });
    if (customer_uid !== undefined && record.wire.status === 'paid')
      keepKey(turn, { customer_uid, channel, number, behaviour, fields: buyerAsCustomer(input) });
    return answer(record.wire);
  },

  payAgain(turn, input) {
    const key = turn.world.keys.get(input.customer_uid);
    if (key === undefined) throw new Refused('key/not-registered');
    const channel = input.channel_key === undefined ? findChannel({ pg: gatewayCodeOf(key.wire) }) : channelOf(input);
    if (channel === undefined) throw new Refused('channel/unknown');
    refuseNamelessInicis(channel.pg_provider, input.name);
    const { behaviour } = key;
    return answer(charge(turn, { ...input, channel, behaviour, usage: 'payment', fields: { ...input } }).wire);
  },
};

function refuseNamelessInicis(code: string, name: string | undefined): void {
  if (code === 'inicis' && (name === undefined || name === '')) throw new Refused('charge/inicis-name');
}

interface Buyer {
  readonly buyer_name?: string;
  readonly buyer_tel?: string;
  readonly buyer_email?: string;
  readonly buyer_addr?: string;
  readonly buyer_postcode?: string;
}

function buyerAsCustomer(buyer: Buyer): Record<string, unknown> {
  return {
    customer_name: buyer.buyer_name,
    customer_tel: buyer.buyer_tel,
    customer_email: buyer.buyer_email,
    customer_addr: buyer.buyer_addr,
    customer_postcode: buyer.buyer_postcode,
  };
}
