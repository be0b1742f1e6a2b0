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
export function toUsageError(error: unknown): never {
  if (error instanceof Error && error.name === 'ControlError')
    throw new UsageError('sandbox-refused', { reason: error.message }, { cause: error });
  throw error;
}

/** What to say about a file of the sandbox that cannot be used. */
export function sandboxFileError(flag: string, file: string, cause: unknown): UsageError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UsageError('sandbox-file', { flag, file, reason }, { cause });
}
