import type { Reason, ReasonCode } from '../messages/reason.js';

const CODES: ReadonlyMap<unknown, ReasonCode> = new Map<unknown, ReasonCode>([
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['EISDIR', 'folder'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['ENOSPC', 'full'],
  ['EROFS', 'read-only'],
  ['ELOOP', 'loop'],
  ['EBADF', 'closed'],
  ['ENAMETOOLONG', 'long-name'],
  ['ERR_FS_FILE_TOO_LARGE', 'too-large'],
  ['ERR_STRING_TOO_LONG', 'too-large'],
]);

/** The reason why a file could not be read or written, from the system's error. */
export function reasonOf(cause: unknown): Reason {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? CODES.get(cause.code) : undefined;
  if (code !== undefined) return { code };
  if (!(cause instanceof Error)) return { code: 'other' };
  // The message of the system repeats the absolute path: `EIO: i/o error, read '/home/…'`.
  const detail = cause.message.replace(/\n.*/s, '').replace(/^[A-Z0-9_]+: (.+?), \w+( '.*')?$/, '$1');
  return { code: 'other', detail };
}
