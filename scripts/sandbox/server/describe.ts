import type { WindowReply } from '../model/commands/open-window.js';
import type { WindowEnd } from '../model/commands/window.js';

/** The line of a window that opened, or did not. */
export function describeOpening(params: Readonly<Record<string, unknown>>, reply: WindowReply): string {
  const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
  const amount = typeof params.amount === 'number' ? params.amount.toLocaleString('en-US') : '?';
  const channel = text(params.channelKey ?? params.pg, 'html5_inicis');
  const order = text(params.merchant_uid, '');
  const what = `${order}   ${amount} ${text(params.currency, 'KRW')}   ${channel} ${text(params.pay_method, 'card')}`;
  const result = reply.outcome === 'opened' ? `${reply.imp_uid} ready` : `refused: ${String(reply.callback.error_msg)}`;
  return `request_pay   ${what}   → ${result}`;
}

/** The line of a window that ended. */
export function describeEnd({ imp_uid, outcome, redirectUrl }: WindowEnd, isLost: boolean): string {
  const channel = redirectUrl === null ? 'callback' : 'callback or redirect';
  const result = isLost ? 'connection lost' : `${channel}   ${outcome === 'failed' ? 'failure' : 'success'}`;
  return `browser       ${imp_uid}   ${result}`;
}

/** Whether an answer of the model says how a payment window ended. */
export function isWindowEnd(answer: unknown): answer is WindowEnd {
  return (
    typeof answer === 'object' && answer !== null && 'outcome' in answer && 'callback' in answer && 'query' in answer
  );
}

/** The line of what a customer or a gateway did in a window. */
export function describeVerdict(command: string, { imp_uid, outcome }: WindowEnd): string {
  return `${command.replace('window.', '').padEnd(13)} ${imp_uid}   → ${outcome}`;
}
