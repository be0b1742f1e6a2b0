import { ControlError } from '../model/control-error.js';
import { isControlCode } from '../model/control-texts.js';
import type { ControlCode, ControlValues } from '../model/control-values.js';
import type { JournalEntry } from '../server/journal.js';
import type { Triggered } from './trigger.js';

/** Default URL of a sandbox. */
export const DEFAULT_URL = 'http://127.0.0.1:8787';

/** An event to be triggered in a sandbox that runs elsewhere. */
export interface RemoteTrigger {
  readonly event: string;
  readonly key?: string;
  readonly imp_uid?: string;
  readonly set?: Readonly<Record<string, string>>;
}

/**
 * Makes an event happen in a sandbox that runs elsewhere.
 *
 * @throws {ControlError} when the sandbox refuses, or does not answer.
 */
export async function triggerRemote(url: string, trigger: RemoteTrigger): Promise<Triggered> {
  // The sandbox's own route.
  return (await controlRemote(url, 'trigger', { ...trigger })) as unknown as Triggered;
}

/** What a route of the control API answers. */
export type RemoteAnswer = Readonly<Record<string, unknown>>;

/**
 * Sends fields to a route of `/_sandbox/` of a sandbox that runs elsewhere: `snapshot`, `restore`, `reset`, `scenario`,
 * `clock`, `faults`, `settings`, `resend`.
 *
 * @throws {ControlError} when the sandbox refuses, or does not answer.
 */
export async function controlRemote(url: string, route: string, fields: RemoteAnswer): Promise<RemoteAnswer> {
  const headers = { 'content-type': 'application/json' };
  const response = await ask(url, route, { method: 'POST', headers, body: JSON.stringify(fields) });
  const answer: unknown = await response.json();
  const isObject = typeof answer === 'object' && answer !== null;
  if (response.ok) return isObject && !Array.isArray(answer) ? { ...answer } : { result: answer };
  throw refusalOf(isObject ? { ...answer } : {}, response.status);
}

/** The error of a sandbox that refuses, from its answer. */
function refusalOf({ error, code, values }: RemoteAnswer, status: number): ControlError {
  if (typeof error !== 'string' || error === '') return new ControlError('responded', { status });
  const plain = new ControlError('other', { text: error });
  if (!isControlCode(code)) return plain;
  try {
    // The text tells below whether these are the values of the code: a sandbox of another version may send others.
    const same = new ControlError(code, values as ControlValues[ControlCode]);
    return same.message === plain.message ? same : plain;
  } catch {
    return plain;
  }
}

/**
 * Reads the journal of a sandbox that runs elsewhere: what is there, and with `isFollowed` every new entry as well.
 *
 * @throws {ControlError} when the sandbox does not answer.
 */
export async function* readRemoteJournal(url: string, isFollowed: boolean): AsyncGenerator<JournalEntry> {
  const response = await ask(url, isFollowed ? 'events' : 'journal', {});
  if (!isFollowed) {
    // The sandbox's own route.
    yield* (await response.json()) as JournalEntry[];
    return;
  }
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of bytesOf(response)) {
    const events = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) yield* entriesOf(event);
  }
}

async function* bytesOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done || value === undefined) return;
    yield value;
  }
}

function entriesOf(event: string): JournalEntry[] {
  const lines = event.split('\n').filter((line) => line.startsWith('data: '));
  // The sandbox's own events.
  return lines.map((line) => JSON.parse(line.slice('data: '.length)) as JournalEntry);
}

async function ask(url: string, route: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${url.replace(/\/$/, '')}/_sandbox/${route}`, init);
  } catch (cause) {
    throw new ControlError('not-running', { url }, { cause });
  }
}
