import type { EscrowDelivery } from 'iamport-kit';

import { gatewayOf } from '../gateways.js';
import type { Handlers } from '../handler.js';
import { answer, Refused } from '../reply.js';
import { save, type Turn } from '../turn.js';

interface Shipment {
  readonly imp_uid: string;
  readonly logis: { readonly company: string; readonly invoice: string; readonly sent_at: number };
}

/** Deliveries of escrow payments. */
export const escrows: Handlers<'addEscrowDelivery' | 'updateEscrowDelivery' | 'getEscrowDelivery'> = {
  addEscrowDelivery(turn, input) {
    refuseOthers(turn, input.imp_uid, true);
    if (turn.world.deliveries.get(input.imp_uid) !== undefined) throw new Refused('escrow/exists');
    return answer(keep(turn, input));
  },

  updateEscrowDelivery(turn, input) {
    refuseOthers(turn, input.imp_uid, true);
    if (turn.world.deliveries.get(input.imp_uid) === undefined) throw new Refused('escrow/none');
    return answer(keep(turn, input));
  },

  getEscrowDelivery(turn, { imp_uid }) {
    refuseOthers(turn, imp_uid, false);
    const delivery = turn.world.deliveries.get(imp_uid);
    if (delivery === undefined) throw new Refused('escrow/none');
    return answer(delivery);
  },
};

function keep(turn: Turn, { imp_uid, logis }: Shipment): EscrowDelivery {
  const { company, invoice, sent_at } = logis;
  const delivery = { company, invoice, sent_at, applied_at: turn.now };
  save(turn, 'deliveries', [imp_uid, delivery]);
  return delivery;
}

function refuseOthers(turn: Turn, impUid: string, isChange: boolean): void {
  const record = turn.world.payments.get(impUid);
  if (record === undefined) throw new Refused('escrow/unknown');
  if (record.wire.escrow !== true || record.wire.status !== 'paid') throw new Refused('escrow/not-escrow');
  if (isChange && !gatewayOf(record.wire.pg_provider ?? '').hasDeliveryApi) throw new Refused('escrow/unsupported');
}
