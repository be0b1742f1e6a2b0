import type { Command, Invocation } from './command.js';
import { SANDBOX_FLAGS } from './sandbox-flags.js';
import { askSandbox, readFields, readSandboxFile, toUsageError } from './sandbox-remote.js';
import { defined } from '../json/schema.js';
import { UsageError } from '../messages/usage-error.js';

/** `iamport-kit sandbox`: all of i'mport on loopback. The sandbox is a separate package, imported when needed. */
export const sandboxCommand: Command = {
  name: 'sandbox',
  summary: {
    en: "Run i'mport locally without an account: API, checkout page, webhooks, clock and simulated faults",
    ko: '가맹점 계정 없이 아임포트 전체를 이 컴퓨터에서 실행합니다: API, 결제창, 웹훅, 시계, 장애',
  },
  usage:
    '[trigger EVENT | log | snapshot | restore ID | reset | scenario FILE | advance DURATION | fault KIND | settings | resend ID] [options]',
  flags: SANDBOX_FLAGS,
  examples: [
    'iamport-kit sandbox --webhook http://localhost:3000/payments/webhook',
    'iamport-kit sandbox trigger vbank.deposited --imp-uid imp_000000000001',
    'iamport-kit sandbox log --follow',
    'iamport-kit sandbox fault reset-after-commit --set operation=cancelPayment',
    'iamport-kit sandbox advance 31d',
  ],
  async run(invocation) {
    const [action, ...rest] = invocation.positionals;
    if (invocation.isSet('coverage')) return printCoverage(invocation);
    if (action === undefined) return (await import('./sandbox-serve.js')).serveSandbox(invocation);
    if (action === 'trigger') return triggerEvent(invocation, rest);
    if (action === 'log') return printLog(invocation);
    return controlSandbox(invocation, action, rest);
  },
};

async function printCoverage({ stdout }: Invocation): Promise<number> {
  const { coverageText } = await import('@iamport-kit/sandbox');
  stdout(coverageText());
  return 0;
}

async function triggerEvent(invocation: Invocation, [event, ...more]: readonly string[]): Promise<number> {
  const { TRIGGERS } = await import('@iamport-kit/sandbox');
  if (event === undefined || more.length > 0) throw new UsageError('sandbox-event', { events: TRIGGERS });
  const given = defined({ key: invocation.text('key'), imp_uid: invocation.text('imp-uid') });
  const wish = { event, set: readFields(invocation), ...given };
  const done = await askSandbox(invocation, 'trigger', wish);
  const [name, impUid, merchantUid, status] = ['event', 'imp_uid', 'merchant_uid', 'status'].map((field) =>
    shownAs(done[field]),
  );
  const line = `${name}   imp_uid ${impUid}   merchant_uid ${merchantUid}   ${status}`;
  invocation.stdout(`${invocation.isSet('json') ? JSON.stringify(done) : line}\n`);
  return 0;
}

/** A text of the sandbox; `none` for null. */
function shownAs(value: unknown): string {
  return typeof value === 'string' ? value : 'none';
}

async function printLog(invocation: Invocation): Promise<number> {
  const { DEFAULT_URL, journalLine, readRemoteJournal } = await import('@iamport-kit/sandbox');
  const url = invocation.text('url') ?? DEFAULT_URL;
  try {
    for await (const entry of readRemoteJournal(url, invocation.isSet('follow')))
      invocation.stdout(`${invocation.isSet('json') ? JSON.stringify(entry) : journalLine(entry)}\n`);
  } catch (error) {
    await toUsageError(error);
  }
  return 0;
}

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

/** Does one of them, and prints what the sandbox answers. */
async function controlSandbox(invocation: Invocation, name: string, given: readonly string[]): Promise<number> {
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined)
    throw new UsageError('sandbox-action', { given: name, known: ['trigger', 'log', ...Object.keys(ACTIONS)] });
  const [argument = ''] = given;
  if (given.length !== (action.argument === null ? 0 : 1))
    throw new UsageError('sandbox-argument', { action: name, argument: action.argument });
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
  return { ...readFields(invocation), ...defined({ key: invocation.text('key') }) };
}

async function readScenario(file: string): Promise<Fields> {
  // The sandbox checks what the file holds.
  return (await readSandboxFile('scenario', file)) as Fields;
}
