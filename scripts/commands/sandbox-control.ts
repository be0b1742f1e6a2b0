import { readFileSync } from 'node:fs';

import { UsageError } from '../messages/usage-error.js';
import type { Invocation } from './command.js';
import { askSandbox, readFields, sandboxFileError } from './sandbox-remote.js';

type Fields = Readonly<Record<string, unknown>>;

interface Action {
  /** Name of the one argument, or null. */
  readonly argument: string | null;
  /** Route below `/_sandbox/`, and what is sent to it. */
  readonly route: string;
  readonly fields: (invocation: Invocation, argument: string) => Fields | Promise<Fields>;
}

/** What can be done to a sandbox that runs, besides `trigger` and `log`. */
const ACTIONS: Readonly<Record<string, Action>> = {
  snapshot: { argument: null, route: 'snapshot', fields: () => ({}) },
  restore: { argument: 'ID', route: 'restore', fields: (_invocation, id) => ({ id }) },
  reset: { argument: null, route: 'reset', fields: seedOf },
  scenario: { argument: 'FILE', route: 'scenario', fields: (_invocation, file) => readScenario(file) },
  advance: { argument: 'DURATION', route: 'clock', fields: (_invocation, advance) => ({ advance }) },
  fault: { argument: 'KIND', route: 'faults', fields: faultOf },
  settings: { argument: null, route: 'settings', fields: settingsOf },
  resend: { argument: 'ID', route: 'resend', fields: (_invocation, id) => ({ id }) },
};

/** Names of the actions. */
export const CONTROL_ACTIONS: readonly string[] = Object.keys(ACTIONS);

/** Does one of them, and prints what the sandbox answers. */
export async function controlSandbox(invocation: Invocation, name: string, given: readonly string[]): Promise<number> {
  const action = ACTIONS[name];
  const [argument = ''] = given;
  if (action === undefined || given.length !== (action.argument === null ? 0 : 1))
    throw new UsageError('sandbox-argument', { action: name, argument: action?.argument ?? null });
  const answer = await askSandbox(invocation, action.route, await action.fields(invocation, argument));
  const line = Object.entries(answer).map(([field, value]) => `${field} ${textOf(value)}`);
  invocation.stdout(`${invocation.isSet('json') ? JSON.stringify(answer) : [name, ...line].join('   ')}\n`);
  return 0;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function seedOf(invocation: Invocation): Fields {
  const seed = invocation.text('seed');
  return seed === undefined ? {} : { seed: Number(seed) };
}

function faultOf(invocation: Invocation, kind: string): Fields {
  const { times, ms, ...fields } = readFields(invocation);
  return {
    ...fields,
    kind,
    ...(times !== undefined && { times: Number(times) }),
    ...(ms !== undefined && { ms: Number(ms) }),
  };
}

function settingsOf(invocation: Invocation): Fields {
  const key = invocation.text('key');
  return { ...readFields(invocation), ...(key !== undefined && { key }) };
}

async function readScenario(file: string): Promise<Fields> {
  const { parse } = await import('yaml');
  try {
    // The sandbox checks what the file holds.
    return parse(readFileSync(file, 'utf8')) as Fields;
  } catch (cause) {
    throw sandboxFileError('scenario', file, cause);
  }
}
