import { readFileSync } from 'node:fs';

import { reasonOf } from '../files/reason-of.js';
import { UsageError } from '../messages/usage-error.js';
import type { Invocation } from './command.js';

/** Sends fields to a route of the sandbox that `--url` names. Its refusals are usage errors. */
export async function askSandbox(
  invocation: Invocation,
  route: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const { controlRemote, DEFAULT_URL } = await import('@iamport-kit/sandbox');
  return controlRemote(invocation.text('url') ?? DEFAULT_URL, route, fields).catch(toUsageError);
}

/** The fields that `--set` names. */
export function readFields(invocation: Invocation): Record<string, string> {
  return Object.fromEntries(invocation.texts('set').map(readField));
}

function readField(text: string): [string, string] {
  const [name = '', ...value] = text.split('=');
  if (value.length === 0) throw new UsageError('sandbox-field', { given: text });
  return [name, value.join('=')];
}

/** Errors of the sandbox's control API are usage errors; anything else is a bug. */
export async function toUsageError(error: unknown): Promise<never> {
  const { ControlError, factOf } = await import('@iamport-kit/sandbox');
  if (!(error instanceof ControlError)) throw error;
  throw new UsageError('sandbox-refused', { english: error.message, fact: factOf(error) }, { cause: error });
}

/**
 * Reads a file that is for the sandbox: a scenario is YAML, people write it, and a state is the JSON that was saved.
 *
 * @throws {UsageError} when it cannot be read, or is neither.
 */
export async function readSandboxFile(flag: 'scenario' | 'state', file: string): Promise<unknown> {
  const text = readText(flag, file);
  try {
    if (flag === 'state') return JSON.parse(text);
    return (await import('yaml')).parse(text);
  } catch (cause) {
    // The parser of YAML shows the lines around it as well.
    const [message = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n', 1);
    throw new UsageError('sandbox-file-unparsable', { flag, file, quote: message.replace(/:$/, '') }, { cause });
  }
}

function readText(flag: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UsageError('sandbox-file-unreadable', { flag, file, reason: reasonOf(cause) }, { cause });
  }
}

/** What to say about a file whose content the sandbox refuses. */
export async function sandboxFileError(flag: string, file: string, cause: unknown): Promise<UsageError> {
  const { factOf } = await import('@iamport-kit/sandbox');
  const english = cause instanceof Error ? cause.message : String(cause);
  return new UsageError('sandbox-file', { flag, file, english, fact: factOf(cause) }, { cause });
}
