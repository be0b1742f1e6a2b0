import type { ExternalReceipt, Receipt } from 'iamport-kit';

import { channelOf } from '../channels.js';
import { gatewayOf } from '../gateways.js';
import type { Handlers } from '../handler.js';
import { changePayment, gatewayId } from '../payment.js';
import { answer, Refused } from '../reply.js';
import { save, type Turn } from '../turn.js';
import type { PaymentRecord } from '../world.js';

type Receipts =
  | 'issueReceipt'
  | 'getReceipt'
  | 'cancelReceipt'
  | 'issueExternalReceipt'
  | 'getExternalReceipt'
  | 'cancelExternalReceipt'
  | 'registerPartnerReceipts';

/** Cash receipts for the tax office. */
export const receipts: Handlers<Receipts> = {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the service still takes `vat`
  issueReceipt(turn, { imp_uid, type, vat, vat_amount, tax_free = 0 }) {
    const record = payerOf(turn, imp_uid);
    if (record.wire.status !== 'paid') throw new Refused('receipt/not-paid');
    if (isIssued(turn.world.receipts.get(imp_uid))) throw new Refused('receipt/issued');
    const { amount } = record.wire;
    const receipt = { imp_uid, ...newReceipt(turn, { amount, type, vat: vat_amount ?? vat, taxFree: tax_free }) };
    save(turn, 'receipts', [imp_uid, receipt]);
    changePayment(turn, record, { wire: { cash_receipt_issued: true } });
    return answer(receipt);
  },

  getReceipt(turn, { imp_uid }) {
    const receipt = turn.world.receipts.get(imp_uid);
    if (receipt === undefined) throw new Refused('receipt/unknown');
    return answer(receipt);
  },

  cancelReceipt(turn, { imp_uid }) {
    const record = payerOf(turn, imp_uid);
    const receipt = turn.world.receipts.get(imp_uid);
    if (receipt === undefined || !isIssued(receipt)) throw new Refused('receipt/never-issued');
    const cancelled = { ...receipt, cancelled_at: turn.now };
    save(turn, 'receipts', [imp_uid, cancelled]);
    changePayment(turn, record, { wire: { cash_receipt_issued: false } });
    return answer(cancelled);
  },

  issueExternalReceipt(turn, input) {
    const { merchant_uid, amount, type, vat_amount: vat, tax_free: taxFree = 0 } = input;
    channelOf(input);
    if (isIssued(turn.world.externalReceipts.get(merchant_uid))) throw new Refused('receipt/issued');
    const receipt: ExternalReceipt = { merchant_uid, ...newReceipt(turn, { amount, type, vat, taxFree }) };
    save(turn, 'externalReceipts', [merchant_uid, receipt]);
    return answer(receipt);
  },

  getExternalReceipt: (turn, { merchant_uid }) => answer(externalOf(turn, merchant_uid)),

  cancelExternalReceipt(turn, { merchant_uid }) {
    const receipt = externalOf(turn, merchant_uid);
    if (!isIssued(receipt)) throw new Refused('receipt/unknown-external');
    const cancelled = { ...receipt, cancelled_at: turn.now };
    save(turn, 'externalReceipts', [merchant_uid, cancelled]);
    return answer(cancelled);
  },

  registerPartnerReceipts(turn, { imp_uid }) {
    const record = turn.world.payments.get(imp_uid);
    if (record === undefined) throw new Refused('receipt/no-payment-partner');
    if (!gatewayOf(record.wire.pg_provider ?? '').hasCashReceipts) throw new Refused('receipt/unsupported');
    if (record.wire.status !== 'paid') throw new Refused('receipt/not-paid');
    return answer({ receipt_url: `https://sandbox.invalid/receipts/${imp_uid}/partners` });
  },
};

/** The payment of a receipt, at a gateway that has cash receipts. */
function payerOf(turn: Turn, impUid: string): PaymentRecord {
  const record = turn.world.payments.get(impUid);
  if (record === undefined) throw new Refused('receipt/no-payment');
  if (!gatewayOf(record.wire.pg_provider ?? '').hasCashReceipts) throw new Refused('receipt/unsupported');
  return record;
}

function externalOf(turn: Turn, merchantUid: string): ExternalReceipt {
  const receipt = turn.world.externalReceipts.get(merchantUid);
  if (receipt === undefined) throw new Refused('receipt/unknown-external');
  return receipt;
}

function isIssued(receipt: { readonly cancelled_at?: number | null } | undefined): boolean {
  return receipt !== undefined && (receipt.cancelled_at ?? 0) === 0;
}

interface ReceiptFacts {
  readonly amount: number;
  readonly type: string | undefined;
  readonly vat: number | undefined;
  readonly taxFree: number;
}

function newReceipt(turn: Turn, { amount, type = 'person', vat, taxFree }: ReceiptFacts): Omit<Receipt, 'imp_uid'> {
  return {
    receipt_tid: gatewayId(turn, 'CASH'),
    apply_num: String(100_000_000 + (turn.world.numbers % 900_000_000)),
    type,
    amount,
    vat: vat ?? Math.floor((amount - taxFree) / 11),
    receipt_url: 'https://sandbox.invalid/receipts/cash',
    applied_at: turn.now,
    cancelled_at: 0,
  };
}
