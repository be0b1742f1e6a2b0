import type { Command, Invocation } from './command.js';
import { UsageError } from '../messages/usage-error.js';

/** `iamport-kit sandbox`: all of i'mport on loopback. The sandbox is a package of its own, loaded when asked for. */
export const sandboxCommand: Command = {
  name: 'sandbox',
  summary: "Run all of i'mport on this machine: API, checkout page, webhooks, clock and faults, without an account",
  usage: '[trigger EVENT | log] [flags]',
  flags: {
    port: { type: 'string', value: 'N', description: 'Port to listen on (default 8787; 0 takes any)' },
    host: { type: 'string', value: 'ADDRESS', description: 'Address to listen on (default 127.0.0.1)' },
    webhook: {
      type: 'string',
      value: 'URL',
      description: 'Where notifications go when a payment names no other address',
    },
    'webhook-form': { type: 'string', value: 'json|form', description: 'Content type of notifications (default json)' },
    retries: {
      type: 'string',
      value: 'N',
      description: 'Send a failed notification again up to N times, a minute apart',
    },
    order: {
      type: 'string',
      value: 'ORDER',
      description: 'webhook-first, browser-first, browser-lost, webhook-lost, duplicate',
    },
    clock: { type: 'string', value: 'real|frozen', description: 'Whether time passes by itself (default real)' },
    seed: { type: 'string', value: 'N', description: 'Make other IDs' },
    state: { type: 'string', value: 'FILE', description: 'Start from a saved state, and save it there at the end' },
    scenario: { type: 'string', value: 'FILE', description: 'Play a scenario first' },
    coverage: { type: 'boolean', description: 'List operations, their refusals and the evidence, then end' },
    url: { type: 'string', value: 'URL', description: 'Of `trigger` and `log`: where the sandbox listens' },
    key: { type: 'string', value: 'KEY', description: 'Of `trigger`: key of the merchant (default imp_sandbox_1)' },
    'imp-uid': { type: 'string', value: 'ID', description: 'Of `trigger`: the payment; one is made when missing' },
    set: {
      type: 'string',
      value: 'FIELD=VALUE',
      isRepeatable: true,
      description: 'Of `trigger`: a field, such as amount=1004',
    },
    follow: { type: 'boolean', description: 'Of `log`: go on with every new entry' },
    json: { type: 'boolean', description: 'Of `trigger` and `log`: JSON, an entry a line' },
  },
  examples: [
    'iamport-kit sandbox --webhook http://localhost:3000/payments/webhook',
    'iamport-kit sandbox trigger vbank.deposited --imp-uid imp_000000000001',
    'iamport-kit sandbox log --follow',
  ],
  run(invocation) {
    const [action, ...rest] = invocation.positionals;
    if (invocation.isSet('coverage')) return printCoverage(invocation);
    if (action === undefined) return serve(invocation);
    if (action === 'trigger') return triggerEvent(invocation, rest);
    if (action === 'log') return printLog(invocation);
    throw new UsageError('sandbox-action', { given: action });
  },
};

async function printCoverage({ print }: Invocation): Promise<number> {
  const { coverageText } = await import('@iamport-kit/sandbox');
  print(coverageText());
  return 0;
}

async function serve(invocation: Invocation): Promise<number> {
  const { serveSandbox } = await import('./sandbox-serve.js');
  return serveSandbox(invocation);
}

async function triggerEvent(invocation: Invocation, [event, ...more]: readonly string[]): Promise<number> {
  const { DEFAULT_URL, triggerRemote, TRIGGERS } = await import('@iamport-kit/sandbox');
  if (event === undefined || more.length > 0) throw new UsageError('sandbox-event', { events: TRIGGERS });
  const key = invocation.text('key');
  const imp_uid = invocation.text('imp-uid');
  const set = Object.fromEntries(invocation.texts('set').map(readField));
  const wish = { event, set, ...(key !== undefined && { key }), ...(imp_uid !== undefined && { imp_uid }) };
  const done = await triggerRemote(invocation.text('url') ?? DEFAULT_URL, wish).catch(toUsageError);
  const line = `${done.event}   imp_uid ${done.imp_uid ?? 'none'}   merchant_uid ${done.merchant_uid}   ${done.status}`;
  invocation.print(`${invocation.isSet('json') ? JSON.stringify(done) : line}\n`);
  return 0;
}

async function printLog(invocation: Invocation): Promise<number> {
  const { DEFAULT_URL, journalLine, readRemoteJournal } = await import('@iamport-kit/sandbox');
  const url = invocation.text('url') ?? DEFAULT_URL;
  try {
    for await (const entry of readRemoteJournal(url, invocation.isSet('follow')))
      invocation.print(`${invocation.isSet('json') ? JSON.stringify(entry) : journalLine(entry)}\n`);
  } catch (error) {
    toUsageError(error);
  }
  return 0;
}

function readField(text: string): [string, string] {
  const [name = '', ...value] = text.split('=');
  if (value.length === 0) throw new UsageError('sandbox-field', { given: text });
  return [name, value.join('=')];
}

/** What the sandbox refuses is wrong in the call; anything else is a bug. */
function toUsageError(error: unknown): never {
  if (error instanceof Error && error.name === 'ControlError')
    throw new UsageError('sandbox-refused', { reason: error.message }, { cause: error });
  throw error;
}
