import type { Flag, Invocation } from './command.js';
import { UsageError } from '../messages/usage-error.js';

/** `--allow-remote`, for every command that reads a spec. */
export const REMOTE_FLAG: Flag = {
  type: 'string',
  value: 'HOST,…',
  isRepeatable: true,
  description: 'Hosts that references may be fetched from over https. Default: none',
};

/**
 * Reads `--allow-remote`.
 *
 * @throws {UsageError} when a value is no host.
 */
export function readHosts(invocation: Invocation): string[] {
  const hosts = invocation.texts('allow-remote').flatMap((value) => value.split(',').map((host) => host.trim()));
  const wrong = hosts.find((host) => !/^[\w.-]+(:\d+)?$/.test(host));
  if (wrong !== undefined) throw new UsageError('flag-value', { flag: 'allow-remote', given: wrong });
  return hosts;
}
