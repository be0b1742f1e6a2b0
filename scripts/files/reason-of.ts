/** Says why a file could not be read or written, in words. */
export function reasonOf(cause: unknown): string {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'EROFS') return 'the disk is read-only';
  if (code === 'ELOOP') return 'its links lead in a circle';
  if (code === 'ENAMETOOLONG') return 'the name is too long';
  if (!(cause instanceof Error)) return 'unknown reason';
  // The system repeats the absolute path: `EIO: i/o error, read '/home/…'`.
  return cause.message.replace(/\n.*/s, '').replace(/^[A-Z0-9_]+: (.+?), \w+( '.*')?$/, '$1');
}
