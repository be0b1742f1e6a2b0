import type { Flag, Invocation } from './command.js';
import { UsageError } from '../messages/usage-error.js';

/** `--allow-remote`, for every command that reads a spec. */
export const REMOTE_FLAG: Flag = {
  type: 'string',
  value: 'HOST,…',
  isRepeatable: true,
  description: {
    en: 'Hosts from which references may be fetched over https. Default: none',
    ko: '$ref를 https로 가져와도 되는 호스트. 기본값: 없음',
  },
};

/**
 * Reads `--allow-remote`.
 *
 * @throws {UsageError} if a value is not a host name.
 */
export function readHosts(invocation: Invocation): string[] {
  const hosts = invocation.texts('allow-remote').flatMap((value) => value.split(',').map((host) => host.trim()));
  const wrong = hosts.find((host) => !/^[\w.-]+(:\d+)?$/.test(host));
  if (wrong !== undefined) throw new UsageError('flag-value', { flag: 'allow-remote', given: wrong });
  return hosts;
}
