import type { Payment } from '../../generated/models.js';
import type { CallOptions } from '../client/call-options.js';
import { startDeadline } from '../client/deadline.js';
import { IamportError } from '../client/errors.js';
import { findCharge, type AskedCharge } from './find-charge.js';
import type { AttemptLookup } from './subscription-operations.js';
import { isOutcomeUnknown, READ_BACK_TIME, toAmbiguous, toNotDone } from './unknown-outcome.js';

/** Charges a card or a billing key. */
export type Charge<Input> = (input: Input, options?: CallOptions) => Promise<Payment>;

/** Milliseconds between two looks: where the connection broke, the server may still be at work. */
const SECOND_LOOK = 2000;

/** Attempts to look at, newest first. An order with more of them has other troubles. */
const MOST_ATTEMPTS = 100;

interface ChargeInput extends AskedCharge {
  readonly tier?: string | undefined;
}

/**
 * Makes `subscriptions.payOnetime` and `subscriptions.payAgain`. When the outcome of a charge is unknown, the attempts to
 * pay its order are read: one that is paid as asked is the result; when twice, two seconds apart, none is, nor any under
 * way, the error is thrown with `retryable: true`; anything else with `kind: 'ambiguous'`. A charge is never sent twice,
 * save after a 401. Reading back has 10 seconds of its own; the signal ends it too.
 */
export function createCharge<Input extends ChargeInput>(charge: Charge<Input>, lookup: AttemptLookup): Charge<Input> {
  return async (input, options) => {
    const { merchant_uid, amount, currency, customer_uid, tier = options?.tier } = input;
    try {
      return await charge(input, options);
    } catch (error) {
      if (!(error instanceof IamportError) || !isOutcomeUnknown(error)) throw error;
      const asked = { merchant_uid, amount, currency, customer_uid };
      const found = await readBack(lookup, asked, { tier, signal: options?.signal });
      if (found === 'not_done') throw toNotDone(error, 'nothing has been charged');
      if (found === 'unclear') {
        throw toAmbiguous(error, 'whether it was charged is unknown; look the order up before trying again');
      }
      return found;
    }
  };
}

async function readBack(
  lookup: AttemptLookup,
  asked: AskedCharge,
  { tier, signal }: CallOptions,
): Promise<Payment | 'not_done' | 'unclear'> {
  const deadline = startDeadline(READ_BACK_TIME, signal);
  const look = async (): Promise<ReturnType<typeof findCharge>> =>
    findCharge(await listAttempts(lookup, asked, { tier, signal, timeoutMs: READ_BACK_TIME }), asked);
  try {
    const first = await deadline.race(look());
    if (typeof first === 'object') return first;
    await deadline.sleep(SECOND_LOOK);
    return await deadline.race(look());
  } catch {
    return 'unclear';
  } finally {
    deadline.stop();
  }
}

async function listAttempts(
  lookup: AttemptLookup,
  { merchant_uid }: AskedCharge,
  options: CallOptions,
): Promise<unknown> {
  try {
    return (await lookup.findAll({ merchant_uid, limit: MOST_ATTEMPTS, sorting: '-started' }, options)).list;
  } catch (error) {
    // 404: nobody has ever tried to pay this order.
    if (error instanceof IamportError && error.kind === 'api' && error.httpStatus === 404) return [];
    throw error;
  }
}
