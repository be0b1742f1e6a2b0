import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';

import { playScenario, trigger, TRIGGERS, type TriggerName } from '../../scripts/sandbox/sandbox.js';
import { startSandbox, type RunningSandbox } from '../../scripts/sandbox/start.js';

// The same can be done in JavaScript, over HTTP and with commands, and leads to the same state.

const PROGRAM = path.resolve('scripts/bin/iamport-kit.js');
const running: RunningSandbox[] = [];
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Fields = Readonly<Record<string, unknown>>;

/** One way to control a sandbox. Each action resolves to what it answers, or rejects with the reason. */
interface Surface {
  readonly trigger: (event: string, set: Fields) => Promise<unknown>;
  readonly snapshot: () => Promise<unknown>;
  readonly restore: (snapshot: unknown) => Promise<unknown>;
  readonly reset: (seed?: number) => Promise<unknown>;
  readonly scenario: (scenario: unknown) => Promise<unknown>;
  readonly advance: (duration: string) => Promise<unknown>;
  readonly fault: (kind: string, fields: Fields) => Promise<unknown>;
  readonly settings: (fields: Fields) => Promise<unknown>;
  readonly resend: (id: number) => Promise<unknown>;
}

/** Does it after this, so that what it throws rejects as on the other ways. */
const later = (act: () => void): Promise<void> => Promise.resolve().then(act);

const inJavaScript = (sandbox: RunningSandbox): Surface => ({
  // As plain JavaScript would pass them.
  trigger: (event, set) => trigger(sandbox.merchant(), { event: event as TriggerName, set }),
  snapshot: () => Promise.resolve(sandbox.snapshot()),
  restore: (snapshot) =>
    later(() => {
      sandbox.restore(snapshot as ReturnType<RunningSandbox['snapshot']>);
    }),
  reset: (seed) =>
    later(() => {
      sandbox.reset(seed === undefined ? {} : { seed });
    }),
  scenario: (scenario) => playScenario(sandbox, scenario),
  advance: (duration) => sandbox.clock.advance(duration),
  fault: (kind, fields) =>
    later(() => {
      sandbox.faults.next({ kind: kind as 'slow', ...fields });
    }),
  settings: (fields) => sandbox.merchant().configure(fields),
  resend: (id) => sandbox.webhooks.resend(id),
});

const overHttp = (sandbox: RunningSandbox): Surface => {
  const post = async (route: string, fields: Fields): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(fields) };
    const response = await fetch(`${sandbox.url}/_sandbox/${route}`, init);
    const answer = (await response.json()) as { error?: string };
    if (!response.ok) throw new Error(answer.error);
    return answer;
  };
  return {
    trigger: (event, set) => post('trigger', { event, set }),
    snapshot: () => post('snapshot', {}),
    restore: (snapshot) => post('restore', { ...(snapshot as object) }),
    reset: (seed) => post('reset', { seed }),
    scenario: (scenario) => post('scenario', { ...(scenario as object) }),
    advance: (advance) => post('clock', { advance }),
    fault: (kind, fields) => post('faults', { kind, ...fields }),
    settings: (fields) => post('settings', fields),
    resend: (id) => post('resend', { id }),
  };
};

const withCommands = (sandbox: RunningSandbox): Surface => {
  const run = async (args: readonly string[], fields: Fields = {}): Promise<unknown> => {
    const set = Object.entries(fields).flatMap(([name, value]) => ['--set', `${name}=${String(value)}`]);
    const all = [PROGRAM, 'sandbox', ...args, ...set, '--url', sandbox.url, '--json'];
    const child = spawn(process.execPath, all, { env: { ...process.env, LANG: 'en_US.UTF-8', NO_COLOR: '1' } });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    if (code !== 0) throw new Error(`${String(code)}: ${stderr}`);
    return JSON.parse(stdout);
  };
  return {
    trigger: (event, set) => run(['trigger', event], set),
    snapshot: () => run(['snapshot']),
    restore: (snapshot) => run(['restore', (snapshot as { id: string }).id]),
    reset: (seed) => run(['reset', ...(seed === undefined ? [] : ['--seed', String(seed)])]),
    scenario: (scenario) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-scenario-'));
      folders.push(folder);
      const file = path.join(folder, 'scenario.yaml');
      writeFileSync(file, stringify(scenario));
      return run(['scenario', file]);
    },
    advance: (duration) => run(['advance', duration]),
    fault: (kind, fields) => run(['fault', kind], fields),
    settings: (fields) => run(['settings'], fields),
    resend: (id) => run(['resend', String(id)]),
  };
};

const SURFACES = { JavaScript: inJavaScript, HTTP: overHttp, commands: withCommands } as const;

const SCENARIO = {
  steps: [
    { requestPay: { merchant_uid: 'o-1', amount: 5000, name: '당근' }, as: 'pay' },
    { approve: { imp_uid: '${pay.imp_uid}' } },
    { call: { operation: 'cancelPayment', input: { imp_uid: '${pay.imp_uid}', amount: 1000 } } },
    { expect: { imp_uid: '${pay.imp_uid}', status: 'paid', cancel_amount: 1000 } },
  ],
};

/** What is done, and a part of the state that it must lead to, so that three failures are not the same. */
const ACTIONS: readonly (readonly [title: string, act: (surface: Surface) => Promise<unknown>, want: string])[] = [
  ...TRIGGERS.map(
    (event) =>
      [
        event,
        ({ trigger: make }: Surface) => make(event, { amount: 2500, merchant_uid: 'o-1' }),
        '"merchant_uid":"o-1"',
      ] as const,
  ),
  [
    'snapshot and restore',
    async (surface) => {
      await surface.trigger('payment.paid', { merchant_uid: 'kept' });
      const snapshot = await surface.snapshot();
      await surface.trigger('payment.paid', { merchant_uid: 'gone' });
      await surface.restore(snapshot);
    },
    '"kept"',
  ],
  [
    'reset with a seed',
    async ({ trigger: make, reset }) => {
      await make('payment.paid', {});
      await reset(7);
      await make('payment.paid', {});
    },
    '"imp_000007000001"',
  ],
  ['scenario', ({ scenario }) => scenario(SCENARIO), '"cancel_amount":1000'],
  [
    'advance',
    async ({ settings, trigger: make, advance }) => {
      await settings({ cancelDelay: 60 });
      await make('console.cancelled', {});
      await advance('31d');
    },
    '"status":"cancelled"',
  ],
  ['fault', ({ fault }) => fault('slow', { operation: 'getPayment', times: 2, ms: 50 }), '"times":2'],
  ['settings', ({ settings }) => settings({ order: 'duplicate', webhookRetries: 3 }), '"order":"duplicate"'],
  [
    'resend',
    async ({ trigger: make, resend }) => {
      await make('payment.paid', {});
      await resend(1);
    },
    '"attempt":2',
  ],
];

const REFUSALS: readonly (readonly [title: string, act: (surface: Surface) => Promise<unknown>, reason: string])[] = [
  [
    'an unknown event',
    ({ trigger: make }) => make('payment.exploded', {}),
    'unknown event "payment.exploded"; expected one of: payment.paid, ',
  ],
  [
    'an unknown field',
    ({ trigger: make }) => make('payment.paid', { amuont: 1 }),
    'payment.paid has no field amuont; it has ',
  ],
  ['a word for a number', ({ trigger: make }) => make('payment.paid', { amount: 'much' }), 'amount must be a number'],
  ['an unknown fault', ({ fault }) => fault('explode', {}), 'unknown fault "explode"; expected one of: reset-before, '],
  ['an unknown operation', ({ fault }) => fault('slow', { operation: 'getPaymnt' }), 'unknown operation "getPaymnt"'],
  ['an unknown field of a fault', ({ fault }) => fault('slow', { time: 1 }), 'unknown field "time"; expected one of: '],
  ['no times', ({ fault }) => fault('slow', { times: 0 }), 'times must be a whole number from 1 on, not 0'],
  [
    'an unknown setting',
    ({ settings }) => settings({ odrer: 'x' }),
    'unknown setting "odrer"; expected one of: webhookUrl, ',
  ],
  ['an unknown order', ({ settings }) => settings({ order: 'never' }), 'order must be one of: webhook-first, '],
  ['time that is none', ({ advance }) => advance('soon'), 'soon is not a duration'],
  ['a notification that is none', ({ resend }) => resend(99), 'unknown delivery 99'],
  ['a seed that is none', ({ reset }) => reset(1.5), '1.5 is not a seed'],
  ['a scenario without steps', ({ scenario }) => scenario({}), 'a scenario must be an object with an array `steps`'],
];

async function start(): Promise<RunningSandbox> {
  const answer = (): Promise<Response> => Promise.resolve(new Response('ok'));
  const sandbox = await startSandbox({ port: 0, webhook: 'http://localhost:1/webhook', fetch: answer });
  running.push(sandbox);
  // The merchant is there before anything is done.
  sandbox.service.world('imp_sandbox_1');
  return sandbox;
}

/** Everything that an action can change. */
function stateOf(sandbox: RunningSandbox): string {
  const webhooks = sandbox.webhooks.list().map(({ ms: _ms, ...delivery }) => delivery);
  return JSON.stringify({ state: sandbox.save(), faults: sandbox.faults.pending(), webhooks });
}

describe('control', () => {
  it.each(ACTIONS)('%s leads to the same state on every way', async (_title, act, want) => {
    const states = await Promise.all(
      Object.values(SURFACES).map(async (surfaceOf) => {
        const sandbox = await start();
        await act(surfaceOf(sandbox));
        await sandbox.settled();
        return stateOf(sandbox);
      }),
    );
    expect(states[0]).toContain(want);
    expect(states[1]).toBe(states[0]);
    expect(states[2]).toBe(states[0]);
  });

  it.each(REFUSALS)('%s is refused on every way, and changes nothing', async (_title, act, reason) => {
    for (const surfaceOf of Object.values(SURFACES)) {
      const sandbox = await start();
      const before = stateOf(sandbox);
      await expect((async () => act(surfaceOf(sandbox)))()).rejects.toThrow(reason);
      expect(stateOf(sandbox)).toBe(before);
    }
  });
});
