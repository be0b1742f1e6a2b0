import { getSystemErrorMap } from 'node:util';

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
  const known = typeof cause === 'object' && cause !== null && 'code' in cause ? CODES.get(cause.code) : undefined;
  if (known !== undefined) return { code: known };
  if (!(cause instanceof Error)) return { code: 'other' };
  const { errno = 0 }: NodeJS.ErrnoException = cause;
  // The message of a system error repeats the absolute path: `EIO: i/o error, read '/home/…'`.
  const [, description] = getSystemErrorMap().get(errno) ?? [];
  return { code: 'other', detail: description ?? cause.message.replace(/\n.*/s, '') };
}
