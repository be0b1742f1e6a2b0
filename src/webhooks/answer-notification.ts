import type { EscrowChange, OrderFacts } from './fulfillment-options.js';
import { readIds } from './notification.js';
import type { HandlerAnswer } from './payment-handler.js';
import { createQueue } from './queue.js';
import type { RunOutcome } from './run-once.js';
import { readPayment, runFacts, settlePayment, type FulfillmentContext } from './settle-payment.js';

type Answer = (body: unknown, request: unknown) => Promise<HandlerAnswer>;

const HANDLED: HandlerAnswer = { status: 200, body: {} };

/**
 * Creates the function that answers notifications. A flood of forged ones is cheap: it checks the address first, then
 * the order, and only then reads the payment, for a limited number of notifications at a time.
 */
export function answerNotification<Order extends OrderFacts>(context: FulfillmentContext<Order>): Answer {
  const { options, report } = context;
  const enqueue = createQueue();
  const state = { pending: 0 };
  return async (body, request) => {
    if (!isAllowed(options, request)) return refuse(403, 'this address is not allowed');
    const ids = readIds(body);
    if (ids === undefined) return refuse(400, 'not a notification');
    if (state.pending >= (options.maxPending ?? 50)) return tryAgain('too many notifications at once');
    state.pending += 1;
    try {
      return await enqueue(ids.imp_uid, () => handle(context, ids, body));
    } catch (error) {
      report(error);
      return refuse(500, 'internal error');
    } finally {
      state.pending -= 1;
    }
  };
}

async function handle<Order extends OrderFacts>(
  context: FulfillmentContext<Order>,
  { imp_uid, merchant_uid }: { imp_uid: string; merchant_uid: string },
  body: unknown,
): Promise<HandlerAnswer> {
  const order = (await context.options.order(merchant_uid)) ?? null;
  if (order === null) return HANDLED;
  const payment = await readPayment(context, imp_uid);
  if (payment === undefined) return refuse(404, 'no such payment');
  if (payment.merchant_uid !== merchant_uid) return refuse(400, 'the payment belongs to another order');
  const change = readEscrowChange(body);
  if (change === undefined) return toAnswer((await settlePayment(context, payment, order)).outcome);
  const { onEscrowChanged } = context.options;
  if (onEscrowChanged === undefined) return HANDLED;
  const key = `${imp_uid}:escrow:${JSON.stringify([change.extra.escrow_status, change.extra.changed_at])}`;
  const run = (signal: AbortSignal): unknown => onEscrowChanged(change, { payment, order, signal });
  return toAnswer(await runFacts(context, [{ key, run }]));
}

function toAnswer(outcome: RunOutcome): HandlerAnswer {
  if (outcome === 'busy') return tryAgain('another process is handling it');
  return outcome === 'timeout' ? tryAgain('handling timed out') : HANDLED;
}

function isAllowed<Order extends OrderFacts>(
  { allowIps, clientIp }: FulfillmentContext<Order>['options'],
  request: unknown,
): boolean {
  if (allowIps === undefined) return true;
  const address = clientIp?.(request)?.replace(/^::ffff:/, '');
  return address !== undefined && allowIps.includes(address);
}

function readEscrowChange(body: unknown): EscrowChange | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { event, extra }: { event?: unknown; extra?: unknown } = body;
  if (typeof event !== 'string' || !/escrow/i.test(event)) return undefined;
  // An object; its properties are unknown.
  const fields = typeof extra === 'object' && extra !== null ? (extra as Readonly<Record<string, unknown>>) : {};
  return { event, extra: fields };
}

function refuse(status: number, error: string): HandlerAnswer {
  return { status, body: { error } };
}

function tryAgain(error: string): HandlerAnswer {
  return { status: 503, body: { error }, headers: { 'retry-after': '5' } };
}
