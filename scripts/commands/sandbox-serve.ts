import { once } from 'node:events';
import { existsSync } from 'node:fs';

import type { DeliveryOrder, Settings } from '@iamport-kit/sandbox';
import type { RunningSandbox, StartOptions } from '@iamport-kit/sandbox/node';

import { writeFile } from '../files/write-file.js';
import { defined } from '../json/schema.js';
import { readLanguage } from '../messages/language.js';
import { COMMAND_WORDS } from '../messages/output/command.js';
import { UsageError } from '../messages/usage-error.js';
import type { Invocation } from './command.js';
import { readSandboxFile, sandboxFileError } from './sandbox-remote.js';

const ORDERS: readonly DeliveryOrder[] = [
  'webhook-first',
  'browser-first',
  'browser-lost',
  'webhook-lost',
  'duplicate',
];

/** Runs a sandbox until the process is stopped. */
export async function serveSandbox(invocation: Invocation): Promise<number> {
  const [{ startSandbox }, { journalLine, startText }] = await Promise.all([
    import('@iamport-kit/sandbox/node'),
    import('@iamport-kit/sandbox'),
  ]);
  const options = readOptions(invocation);
  const sandbox = await startSandbox(options).catch((error: unknown) => explainStart(error, options));
  try {
    await loadState(sandbox, invocation.text('state'));
    invocation.stdout(startText(sandbox.url, readLanguage(invocation)));
    warnOfNetwork(invocation, options);
    sandbox.journal.follow((entry) => {
      invocation.stdout(`${journalLine(entry)}\n`);
    });
    await playScenario(sandbox, invocation.text('scenario'));
    await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
    saveState(sandbox, invocation.text('state'));
  } finally {
    await sandbox.close();
  }
  return 0;
}

function warnOfNetwork(invocation: Invocation, { host = '127.0.0.1' }: StartOptions): void {
  if (!/^(127\.|localhost$|::1$)/.test(host)) {
    invocation.stderr(`${COMMAND_WORDS.openToNetwork(host)[readLanguage(invocation)]}\n`);
  }
}

function readOptions(invocation: Invocation): StartOptions {
  const options = defined({
    seed: numberOf(invocation, 'seed', 1_000_000),
    port: numberOf(invocation, 'port', 65_535),
    host: invocation.text('host'),
    webhook: invocation.text('webhook'),
  });
  const clock = oneOf(invocation, 'clock', ['real', 'frozen']) ?? 'real';
  return { clock, settings: readSettings(invocation), ...options };
}

function readSettings(invocation: Invocation): Partial<Settings> {
  return defined({
    order: oneOf(invocation, 'order', ORDERS),
    webhookForm: oneOf(invocation, 'webhook-form', ['json', 'form']),
    webhookRetries: numberOf(invocation, 'retries', 5),
  });
}

function oneOf<Value extends string>(
  invocation: Invocation,
  flag: string,
  values: readonly Value[],
): Value | undefined {
  const text = invocation.text(flag);
  const value = values.find((one) => one === text);
  if (text !== undefined && value === undefined)
    throw new UsageError('sandbox-choice', { flag, given: text, choices: values });
  return value;
}

function numberOf(invocation: Invocation, flag: string, most: number): number | undefined {
  const text = invocation.text(flag);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most) throw new UsageError('sandbox-number', { flag, given: text, most });
  return number;
}

function explainStart(error: unknown, { port = 8787, host = '127.0.0.1' }: StartOptions): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') throw new UsageError('sandbox-port', { port }, { cause: error });
  if (typeof code === 'string')
    throw new UsageError('sandbox-listen', { address: `${host}:${port}`, code }, { cause: error });
  throw error;
}

async function loadState(sandbox: RunningSandbox, file: string | undefined): Promise<void> {
  if (file === undefined || !existsSync(file)) return;
  const saved = await readSandboxFile('state', file);
  try {
    sandbox.load(saved);
  } catch (cause) {
    throw await sandboxFileError('state', file, cause);
  }
}

function saveState(sandbox: RunningSandbox, file: string | undefined): void {
  if (file !== undefined) writeFile({ file, shownAs: file }, `${JSON.stringify(sandbox.save(), null, 2)}\n`);
}

async function playScenario(sandbox: RunningSandbox, file: string | undefined): Promise<void> {
  if (file === undefined) return;
  const { playScenario: play } = await import('@iamport-kit/sandbox');
  const scenario = await readSandboxFile('scenario', file);
  try {
    await play(sandbox, scenario);
  } catch (cause) {
    throw await sandboxFileError('scenario', file, cause);
  }
}
