import type { Payment } from 'iamport-kit';

import {
  certifyWindow,
  failCertificationWindow,
  openCertification,
  type CertificationVerdict,
} from './commands/certification.js';
import * as events from './commands/events.js';
import { openWindow } from './commands/open-window.js';
import { approveWindow, closeWindow, declineWindow, vetoWindow } from './commands/window.js';
import { triggerSchedule } from './commands/schedule-trigger.js';
import { runPendingCancel } from './cancel.js';
import { answer, type Reply } from './reply.js';
import { nextSchedule, runSchedule } from './schedule.js';
import { readSettings } from './settings.js';
import { save, type Turn } from './turn.js';
import type { Settings } from './world.js';

/** What can happen besides calls of the API: in windows, at gateways, in the console, by time. */
export const COMMANDS = {
  'window.open': openWindow,
  'window.approve': approveWindow,
  'window.decline': declineWindow,
  'window.close': closeWindow,
  'window.veto': vetoWindow,
  'certification.open': openCertification,
  'certification.certify': certifyWindow,
  'certification.fail': (turn: Turn, input: CertificationVerdict) => failCertificationWindow(turn, input),
  'vbank.deposit': events.deposit,
  'vbank.revoke': events.revokeAccount,
  'payment.late-paid': events.payLate,
  'console.cancel': events.cancelInConsole,
  'console.settings': (turn: Turn, settings: Partial<Settings>): Reply<Settings> => {
    turn.world = { ...turn.world, settings: { ...turn.world.settings, ...readSettings(settings) } };
    return answer(turn.world.settings);
  },
  /** The gateway declines the next charge or window. */
  'gateway.decline': (
    turn: Turn,
    { text = '[3112] 한도가 초과하였습니다.' }: { readonly text?: string | undefined },
  ) => {
    turn.world = { ...turn.world, declines: [...turn.world.declines, text] };
    return answer(turn.world.declines.length);
  },
  'escrow.change': events.changeEscrow,
  'naver.claim': events.claimAtNaver,
  /** A customer becomes a member of KCP Quick Pay. */
  'kcp-quick.join': (turn: Turn, { member_id }: { readonly member_id: string }) => {
    const member = {
      member_id,
      pg_provider: 'kcp_quick',
      pg_id: 'sandbox_kcp_quick',
      inserted: turn.now,
      updated: turn.now,
    };
    save(turn, 'members', [member_id, member]);
    return answer(member);
  },
  'schedule.trigger': triggerSchedule,
  /** Carries out the first cancellation whose time has come; answers with its payment, or null when none is due. */
  'cancel.run': (turn: Turn): Reply<Payment | null> => answer(runPendingCancel(turn)?.wire ?? null),
  /** Runs the first schedule whose time has come; answers with its payment, or null when none is due. */
  'schedule.run': (turn: Turn): Reply<{ readonly merchant_uid: string; readonly payment: Payment | null } | null> => {
    const due = nextSchedule(turn.world.schedules.values());
    if (due === undefined || due.wire.schedule_at > turn.now) return answer(null);
    return answer({ merchant_uid: due.wire.merchant_uid, payment: runSchedule(turn, due)?.wire ?? null });
  },
} as const satisfies Readonly<Record<string, (turn: Turn, input: never) => Reply>>;

/** Name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** What a command takes. */
export type CommandInput<Name extends CommandName> = Parameters<(typeof COMMANDS)[Name]>[1];

/** What a command answers. */
export type CommandAnswer<Name extends CommandName> =
  ReturnType<(typeof COMMANDS)[Name]> extends Reply<infer Value> ? Value : never;
