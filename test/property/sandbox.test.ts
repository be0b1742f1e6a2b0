import fc from 'fast-check';
import { expect, it } from 'vitest';

import { issueOfReply } from '../../scripts/sandbox/server/check-reply.js';
import { callCommand, callOperation, nextDue, type Outcome } from '../../scripts/sandbox/model/step.js';
import { ControlError } from '../../scripts/sandbox/model/control-error.js';
import { emptyWorld, type PaymentRecord, type World } from '../../scripts/sandbox/model/world.js';

// The laws of the model: refunds never exceed a payment, its history adds up, no status changes as the service's never
// does, every answer fits the document, and the same commands always lead to the same world.

const isLong = process.env.MODE === 'long';
const RUNS = isLong ? 2000 : 200;
const COMMANDS = isLong ? 50 : 25;

type Step = (
  world: World,
  now: number,
) => { readonly outcome: Outcome; readonly operation?: Parameters<typeof issueOfReply>[0] };

const START = 1_767_193_200;
const order = fc.constantFrom('o-1', 'o-2', 'o-3');
// Which of the payments there are; the step looks it up.
const impUid = fc.integer({ min: 0, max: 7 });
const anyUid = impUid;
const amount = fc.constantFrom(1, 10, 100, 1004, 14.2, 0.1);
const pg = fc.constantFrom(
  'html5_inicis',
  'kakaopay',
  'nice',
  'tosspayments',
  'danal',
  'settle',
  'naverpay',
  'paymentwall',
);
const card = fc.constantFrom('4242424242424242', '4000000000000341', '4000000000005126', '4000000000009995', '1');

/** An input whose payment is one that there is, if there is any. */
function aim(world: World, input: object): object {
  if (!('imp_uid' in input) || typeof input.imp_uid !== 'number') return input;
  const ids = world.payments.toJSON().map(([id]) => id);
  return { ...input, imp_uid: ids[input.imp_uid % Math.max(1, ids.length)] ?? 'imp_0' };
}

const call =
  (id: Parameters<typeof callOperation>[1], input: object): Step =>
  (world, now) => ({
    operation: id,
    // Each input below is one of its operation.
    outcome: callOperation({ world, now }, id, aim(world, input) as never),
  });
const command =
  (name: Parameters<typeof callCommand>[1], input: object): Step =>
  (world, now) => ({
    // Each input below is one of its command.
    outcome: callCommand({ world, now }, name, aim(world, input) as never),
  });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({
      merchant_uid: order,
      amount,
      pg,
      pay_method: fc.constantFrom('card', 'vbank', 'phone'),
      sdk: fc.constantFrom('legacy', 'v1'),
      customer_uid: fc.option(fc.constant('k'), { nil: undefined }),
    })
    .map(({ sdk, ...params }) =>
      command('window.open', { params: { ...params, m_redirect_url: 'http://shop/' }, sdk }),
    ),
  fc.record({ imp_uid: impUid }).map((input) => command('window.approve', input)),
  fc.record({ imp_uid: impUid }).map((input) => command('window.decline', input)),
  fc.record({ imp_uid: impUid }).map((input) => command('window.close', input)),
  fc.record({ imp_uid: impUid }).map((input) => command('vbank.deposit', input)),
  fc.record({ imp_uid: anyUid }).map((input) => command('payment.late-paid', input)),
  fc
    .record({ imp_uid: anyUid, amount: fc.option(amount, { nil: undefined }) })
    .map((input) => command('console.cancel', input)),
  fc
    .record({
      imp_uid: anyUid,
      amount,
      reason: fc.constant('r'),
      refund_holder: fc.constant('h'),
      refund_bank: fc.constant('004'),
      refund_account: fc.constant('1'),
    })
    .map((input) => call('cancelPayment', input)),
  fc.record({ imp_uid: anyUid }).map((input) => call('cancelPayment', input)),
  fc
    .record({ merchant_uid: order, amount, name: fc.constant('n'), card_number: card, expiry: fc.constant('2030-12') })
    .map((input) => call('payOnetime', input)),
  fc
    .record({ customer_uid: fc.constant('k'), pg, card_number: card, expiry: fc.constant('2030-12') })
    .map((input) => call('issueBillingKey', input)),
  fc
    .record({ customer_uid: fc.constant('k'), merchant_uid: order, amount, name: fc.constant('n') })
    .map((input) => call('payAgain', input)),
  fc
    .record({ merchant_uid: order, at: fc.integer({ min: 1, max: 5000 }), amount })
    .map(({ at, ...wish }) =>
      call('schedulePayments', { customer_uid: 'k', schedules: [{ ...wish, schedule_at: START + at, name: 'n' }] }),
    ),
  fc.constant(call('unschedulePayments', { customer_uid: 'k' })),
  fc.record({ merchant_uid: order }).map((input) => call('retrySchedule', input)),
  fc.record({ merchant_uid: order, amount }).map((input) => call('preparePayment', input)),
  fc.record({ imp_uid: anyUid }).map((input) => call('getPayment', input)),
  fc
    .record({ payment_status: fc.constantFrom('all', 'paid', 'cancelled'), page: fc.constantFrom(1, 2) })
    .map((input) => call('listPaymentsByStatus', input)),
  fc.record({ merchant_uid: order }).map((input) => call('findAllPayments', input)),
  fc.record({ imp_uid: anyUid, identifier: fc.constant('1') }).map((input) => call('issueReceipt', input)),
  fc.record({ imp_uid: anyUid }).map((input) => call('cancelVbank', input)),
  fc.constant(command('schedule.run', {})),
  fc.constant(command('cancel.run', {})),
  fc.constant(command('gateway.decline', {})),
);

const LEGAL = new Set([
  'ready>ready',
  'ready>paid',
  'ready>failed',
  'failed>failed',
  'failed>paid',
  'paid>paid',
  'paid>cancelled',
  'cancelled>cancelled',
]);

function brokenLaw({ wire }: PaymentRecord, before: PaymentRecord | undefined): string | null {
  const history = (wire.cancel_history ?? []).reduce((sum, { amount: part }) => sum + part, 0);
  if (Math.abs(history - wire.cancel_amount) > 1e-6) return 'the history does not add up';
  if (wire.cancel_amount > wire.amount || wire.cancel_amount < 0) return 'more was refunded than was paid';
  if ((wire.status === 'cancelled') !== (wire.cancel_amount === wire.amount && history > 0) && wire.amount > 0)
    return 'cancelled without all of it refunded';
  if (before !== undefined && !LEGAL.has(`${before.wire.status}>${wire.status}`))
    return `${before.wire.status} → ${wire.status}`;
  if (before !== undefined && before.wire.cancel_amount > wire.cancel_amount) return 'a refund was taken back';
  return null;
}

/** Orders with more than one approved attempt. */
function paidTwice(world: World): string[] {
  const approved = world.payments
    .values()
    .filter(({ wire }) => ['paid', 'cancelled'].includes(wire.status) && wire.customer_uid_usage !== 'issue');
  const orders = approved.map(({ wire }) => wire.merchant_uid);
  return orders.filter((one, index) => orders.indexOf(one) !== index);
}

async function play(steps: readonly Step[], check: boolean): Promise<World> {
  let world = emptyWorld('imp_sandbox');
  let now = START;
  for (const one of steps) {
    now += 37;
    const before = world;
    try {
      const { outcome, operation } = one(world, now);
      world = outcome.world;
      if (!check) continue;
      if (operation !== undefined) expect(await issueOfReply(operation, outcome.reply)).toBeNull();
      if (outcome.reply.refusal !== null) expect(world).toBe(before);
    } catch (error) {
      // Nothing may break but what the world does not allow.
      if (!(error instanceof ControlError)) throw error;
    }
    if (!check) continue;
    const broken = world.payments.values().map((record) => brokenLaw(record, before.payments.get(record.wire.imp_uid)));
    expect(broken.filter((law) => law !== null)).toEqual([]);
  }
  return world;
}

it(`keeps its laws in ${RUNS} sequences of ${COMMANDS} commands`, { timeout: 1_200_000 }, async () => {
  const sequence = fc.array(step, { minLength: COMMANDS, maxLength: COMMANDS });
  await fc.assert(
    fc.asyncProperty(sequence, async (steps) => {
      const world = await play(steps, true);
      expect(JSON.stringify(await play(steps, false))).toBe(JSON.stringify(world));
      expect(nextDue(world) ?? Infinity).toBeGreaterThan(START);
    }),
    { numRuns: RUNS, seed: 20_260_101 },
  );
});

it('an order is approved once over the API and by windows opened after it was paid', async () => {
  const world = await play(
    [
      call('payOnetime', {
        merchant_uid: 'o',
        amount: 1,
        name: 'n',
        card_number: '4242424242424242',
        expiry: '2030-12',
      }),
      call('payOnetime', {
        merchant_uid: 'o',
        amount: 1,
        name: 'n',
        card_number: '4242424242424242',
        expiry: '2030-12',
      }),
    ],
    true,
  );
  expect(paidTwice(world)).toEqual([]);
});
