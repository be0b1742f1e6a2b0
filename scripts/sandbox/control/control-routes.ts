import { ControlError, factOf } from '../model/control-error.js';
import { SANDBOX_KEY, type Sandbox, type Snapshot } from '../server/create-sandbox.js';
import type { FaultRequest } from '../server/faults.js';
import type { Settings } from '../model/world.js';
import { coverage } from './coverage.js';
import { overview } from './overview.js';
import { playScenario } from './scenario.js';
import { followJournal } from './server-events.js';
import { trigger, type Trigger } from './trigger.js';

/** Fields of a request to a control route. What they hold is checked where it is used. */
export type Fields = Readonly<Record<string, unknown>>;

type Route = (control: Control, fields: Fields) => unknown;

/** A sandbox and the snapshots that were taken over HTTP. */
export interface Control {
  readonly sandbox: Sandbox;
  readonly snapshots: Map<string, Snapshot>;
}

const keyOf = ({ key }: Fields): string => (typeof key === 'string' ? key : SANDBOX_KEY);

/** Everything that can be done over HTTP below `/_sandbox/`, as JSON. */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET overview': ({ sandbox }) => overview(sandbox),
  'GET coverage': () => coverage(),
  'GET journal': ({ sandbox }) => sandbox.journal.entries(),
  'GET webhooks': ({ sandbox }) => sandbox.webhooks.list(),
  'GET faults': ({ sandbox }) => sandbox.faults.pending(),
  'GET save': ({ sandbox }) => sandbox.save(),
  'POST load': ({ sandbox }, fields) => (sandbox.load(fields), { loaded: true }),
  'POST reset': reset,
  'POST scenario': ({ sandbox }, scenario) => playScenario(sandbox, scenario),
  // Every field is checked by `trigger` itself.
  'POST trigger': ({ sandbox }, fields) => trigger(sandbox.merchant(keyOf(fields)), fields as unknown as Trigger),
  'POST clock': advance,
  // The kind is checked by `next`.
  'POST faults': ({ sandbox }, fields) => (
    sandbox.faults.next(fields as unknown as FaultRequest),
    sandbox.faults.pending()
  ),
  'DELETE faults': ({ sandbox }) => (sandbox.faults.clear(), []),
  'POST resend': ({ sandbox }, { id }) => sandbox.webhooks.resend(Number(id)),
  'POST settings': changeSettings,
  'POST snapshot': takeSnapshot,
  'POST restore': restoreSnapshot,
};

/** Answers a request to `/_sandbox/{name}`; null for an unknown route. */
export async function serveControl(control: Control, request: Request): Promise<Response | null> {
  const name = new URL(request.url).pathname.replace('/_sandbox/', '');
  if (name === 'events') return followJournal(control.sandbox.journal, request.signal);
  const route = ROUTES[`${request.method} ${name}`];
  if (route === undefined) return null;
  try {
    const result: unknown = await route(control, await readFields(request));
    return Response.json(result);
  } catch (error) {
    const isTheirs = error instanceof ControlError || error instanceof TypeError || error instanceof RangeError;
    if (!isTheirs) throw error;
    return Response.json({ error: error.message, ...factOf(error) }, { status: 400 });
  }
}

/**
 * Reads the fields of a request.
 *
 * @throws {ControlError} if the body is not a JSON object.
 */
export async function readFields(request: Request): Promise<Fields> {
  const text = request.method === 'GET' ? '' : await request.text();
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below.
  }
  throw new ControlError('body-not-object', {});
}

async function advance({ sandbox }: Control, { advance: duration, set }: Fields): Promise<unknown> {
  if (typeof duration === 'string' || typeof duration === 'number') await sandbox.clock.advance(duration);
  else if (typeof set === 'string' || typeof set === 'number') await sandbox.clock.set(set);
  else throw new ControlError('clock-fields', {});
  return { now: sandbox.clock.date().toISOString() };
}

async function changeSettings({ sandbox }: Control, { key, ...settings }: Fields): Promise<Settings> {
  const merchant = sandbox.merchant(keyOf({ key }));
  // Names and values are checked by `configure`.
  await merchant.configure(settings);
  return merchant.settings;
}

function reset({ sandbox, snapshots }: Control, { seed }: Fields): { reset: true } {
  if (seed !== undefined && typeof seed !== 'number') throw new ControlError('not-a-number', { name: 'seed' });
  sandbox.reset(seed === undefined ? {} : { seed });
  snapshots.clear();
  return { reset: true };
}

function takeSnapshot({ sandbox, snapshots }: Control): { id: string } {
  const id = String(snapshots.size + 1);
  snapshots.set(id, sandbox.snapshot());
  return { id };
}

function restoreSnapshot({ sandbox, snapshots }: Control, { id }: Fields): { restored: string } {
  const snapshot = snapshots.get(String(id));
  if (snapshot === undefined) throw new ControlError('unknown-snapshot', { id: String(id) });
  sandbox.restore(snapshot);
  return { restored: String(id) };
}
