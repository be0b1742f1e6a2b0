import { findChannel } from '../channels.js';
import { ControlError } from '../control-error.js';
import { keepKey } from '../keys.js';
import { webhookUrlsOf } from '../payment.js';
import { answer, type Reply } from '../reply.js';
import { newSchedule, runSchedule } from '../schedule.js';
import type { Turn } from '../turn.js';

/** A schedule that runs now, created if it does not exist. */
export interface ScheduleTrigger {
  readonly merchant_uid: string;
  readonly customer_uid?: string | undefined;
  readonly amount?: number | undefined;
  readonly name?: string | undefined;
  readonly notice_url?: string | undefined;
  readonly isDeclined: boolean;
}

/** Runs a schedule at once, ignoring its time. */
export function triggerSchedule(
  turn: Turn,
  wish: ScheduleTrigger,
): Reply<{ merchant_uid: string; imp_uid: string | null }> {
  const { merchant_uid, customer_uid = 'trigger-customer', amount = 1004, name = 'trigger', notice_url } = wish;
  const key = turn.world.keys.get(customer_uid) ?? makeKey(turn, customer_uid);
  const schedule =
    turn.world.schedules.get(merchant_uid) ??
    newSchedule(turn, {
      merchant_uid,
      schedule_at: turn.now,
      amount,
      name,
      key: key.wire,
      fields: {},
      webhookUrls: webhookUrlsOf(turn, notice_url),
    });
  if (schedule.wire.schedule_status !== 'scheduled')
    throw new ControlError('schedule-closed', { merchant_uid, status: schedule.wire.schedule_status });
  if (wish.isDeclined)
    turn.world = { ...turn.world, declines: ['[3112] 한도가 초과하였습니다.', ...turn.world.declines] };
  return answer({ merchant_uid, imp_uid: runSchedule(turn, schedule)?.wire.imp_uid ?? null });
}

function makeKey(turn: Turn, customerUid: string): ReturnType<typeof keepKey> {
  const channel = findChannel({ pg: 'nice' });
  if (channel === undefined) throw new ControlError('no-billing-channel', {});
  return keepKey(turn, { customer_uid: customerUid, channel, behaviour: 'ok', fields: {} });
}
