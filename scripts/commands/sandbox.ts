import type { Command, Invocation } from './command.js';
import { SANDBOX_FLAGS } from './sandbox-flags.js';
import { askSandbox, readFields, toUsageError } from './sandbox-remote.js';
import { UsageError } from '../messages/usage-error.js';

/** `iamport-kit sandbox`: all of i'mport on loopback. The sandbox is a separate package, imported when needed. */
export const sandboxCommand: Command = {
  name: 'sandbox',
  summary: {
    en: "Run i'mport locally without an account: API, checkout page, webhooks, clock and simulated faults",
    ko: '가맹점 계정 없이 아임포트 전체를 이 컴퓨터에서 실행합니다: API, 결제창, 웹훅, 시계, 장애',
  },
  usage:
    '[trigger EVENT | log | snapshot | restore ID | reset | scenario FILE | advance DURATION | fault KIND | settings | resend ID] [flags]',
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
    if (action === undefined) return serve(invocation);
    if (action === 'trigger') return triggerEvent(invocation, rest);
    if (action === 'log') return printLog(invocation);
    const { CONTROL_ACTIONS, controlSandbox } = await import('./sandbox-control.js');
    if (CONTROL_ACTIONS.includes(action)) return controlSandbox(invocation, action, rest);
    throw new UsageError('sandbox-action', { given: action, known: ['trigger', 'log', ...CONTROL_ACTIONS] });
  },
};

async function printCoverage({ stdout }: Invocation): Promise<number> {
  const { coverageText } = await import('@iamport-kit/sandbox');
  stdout(coverageText());
  return 0;
}

async function serve(invocation: Invocation): Promise<number> {
  const { serveSandbox } = await import('./sandbox-serve.js');
  return serveSandbox(invocation);
}

async function triggerEvent(invocation: Invocation, [event, ...more]: readonly string[]): Promise<number> {
  const { TRIGGERS } = await import('@iamport-kit/sandbox');
  if (event === undefined || more.length > 0) throw new UsageError('sandbox-event', { events: TRIGGERS });
  const key = invocation.text('key');
  const imp_uid = invocation.text('imp-uid');
  const set = readFields(invocation);
  const wish = { event, set, ...(key !== undefined && { key }), ...(imp_uid !== undefined && { imp_uid }) };
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
    toUsageError(error);
  }
  return 0;
}
