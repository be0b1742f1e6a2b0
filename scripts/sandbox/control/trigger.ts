import { ControlError } from '../model/control-error.js';
import type { Merchant } from '../server/merchant.js';

/** What can be triggered: all that the service can notify about. */
export const TRIGGERS = [
  'payment.paid',
  'vbank.issued',
  'vbank.deposited',
  'schedule.paid',
  'schedule.failed',
  'console.cancelled',
  'payment.late-paid',
  'escrow.changed',
] as const;

/** Name of a trigger. */
export type TriggerName = (typeof TRIGGERS)[number];

/** One event to be triggered. */
export interface Trigger {
  readonly event: TriggerName;
  /** The payment it happens to; one is made when missing. */
  readonly imp_uid?: string | undefined;
  /** Fields by name. A field that the event does not know is an error. */
  readonly set?: Readonly<Record<string, unknown>>;
}

/** What an event happened to. */
export interface Triggered {
  readonly event: TriggerName;
  readonly imp_uid: string | null;
  readonly merchant_uid: string;
  readonly status: string;
}

const PAYMENT_FIELDS =
  'merchant_uid amount name pay_method pg channelKey currency buyer_name buyer_email buyer_tel buyer_addr buyer_postcode custom_data customer_uid notice_url confirm_url escrow vbank_due tax_free m_redirect_url';
const EVENT_FIELDS: Readonly<Record<TriggerName, string>> = {
  'payment.paid': PAYMENT_FIELDS,
  'vbank.issued': PAYMENT_FIELDS,
  'vbank.deposited': `${PAYMENT_FIELDS} depositor`,
  'schedule.paid': 'merchant_uid customer_uid amount name notice_url',
  'schedule.failed': 'merchant_uid customer_uid amount name notice_url',
  'console.cancelled': `${PAYMENT_FIELDS} reason`,
  'payment.late-paid': PAYMENT_FIELDS,
  'escrow.changed': `${PAYMENT_FIELDS} escrow_status denied_reason`,
};
const NUMBERS = /^(amount|tax_free)$/;
const BOOLEANS = /^escrow$/;

/**
 * Makes an event happen.
 *
 * @throws {ControlError} for an unknown event or field, or if the payment does not allow it.
 */
export async function trigger(merchant: Merchant, { event, imp_uid, set = {} }: Trigger): Promise<Triggered> {
  if (!TRIGGERS.includes(event)) throw new ControlError('unknown-event', { name: event, known: TRIGGERS });
  const fields = readFields(event, set);
  if (event === 'schedule.paid' || event === 'schedule.failed') return triggerSchedule(merchant, event, fields);
  const id = imp_uid ?? (await begin(merchant, event, fields));
  await happen({ merchant, event, isNew: imp_uid === undefined, fields }, id);
  const payment = merchant.payment(id);
  return { event, imp_uid: id, merchant_uid: payment?.merchant_uid ?? '', status: payment?.status ?? '' };
}

function readFields(event: TriggerName, set: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = EVENT_FIELDS[event].split(' ');
  return Object.fromEntries(
    Object.entries(set).map(([name, value]) => {
      if (!known.includes(name)) throw new ControlError('unknown-event-field', { event, name, known });
      if (BOOLEANS.test(name)) return [name, value === true || value === 'true'];
      if (!NUMBERS.test(name)) return [name, value];
      const number = Number(value);
      if (!Number.isFinite(number)) throw new ControlError('not-a-number', { name });
      return [name, number];
    }),
  );
}

/** Makes a payment for an event to happen to. */
async function begin(
  merchant: Merchant,
  event: TriggerName,
  fields: Readonly<Record<string, unknown>>,
): Promise<string> {
  const isAccount = event.startsWith('vbank.');
  const window = await merchant.requestPay({
    merchant_uid: `trigger-${merchant.payments().length + 1}`,
    amount: 1004,
    name: 'trigger',
    ...(isAccount && { pay_method: 'vbank' }),
    ...(event === 'escrow.changed' && { escrow: true }),
    ...fields,
  });
  if (window.outcome === 'refused')
    throw new ControlError('service-refused', { text: String(window.callback.error_msg) });
  const isApproved = event === 'vbank.deposited' || event === 'console.cancelled' || event === 'escrow.changed';
  if (isApproved) await window.approve();
  return window.imp_uid;
}

interface Happening {
  readonly merchant: Merchant;
  readonly event: TriggerName;
  readonly isNew: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

async function happen({ merchant, event, isNew, fields }: Happening, imp_uid: string): Promise<unknown> {
  const text = (name: string): string | undefined => (typeof fields[name] === 'string' ? fields[name] : undefined);
  // The amount of a payment that was made for the event is its own.
  const amount = !isNew && typeof fields.amount === 'number' ? fields.amount : undefined;
  switch (event) {
    case 'payment.paid':
    case 'vbank.issued':
      return merchant.approve(imp_uid, amount === undefined ? {} : { amount });
    case 'vbank.deposited':
      return merchant.command('vbank.deposit', { imp_uid, amount, depositor: text('depositor') });
    case 'console.cancelled':
      return merchant.command('console.cancel', { imp_uid, amount, reason: text('reason') });
    case 'payment.late-paid':
      return merchant.command('payment.late-paid', { imp_uid });
    default:
      return merchant.command('escrow.change', {
        imp_uid,
        escrow_status: text('escrow_status'),
        denied_reason: text('denied_reason'),
      });
  }
}

async function triggerSchedule(
  merchant: Merchant,
  event: 'schedule.paid' | 'schedule.failed',
  fields: Readonly<Record<string, unknown>>,
): Promise<Triggered> {
  const text = (name: string): string | undefined => (typeof fields[name] === 'string' ? fields[name] : undefined);
  const { merchant_uid, imp_uid } = await merchant.command('schedule.trigger', {
    merchant_uid: text('merchant_uid') ?? `trigger-${merchant.payments().length + 1}`,
    customer_uid: text('customer_uid'),
    amount: typeof fields.amount === 'number' ? fields.amount : undefined,
    name: text('name'),
    notice_url: text('notice_url'),
    isDeclined: event === 'schedule.failed',
  });
  const status = imp_uid === null ? 'failed' : (merchant.payment(imp_uid)?.status ?? '');
  return { event, imp_uid, merchant_uid, status };
}
