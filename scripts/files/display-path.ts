import path from 'node:path';

/** Shows a path the way the user would type it: relative to `from`, with forward slashes. */
export function displayPath(file: string, from: string): string {
  const relative = path.relative(from, file);
  return (relative === '' ? '.' : relative).split(path.sep).join('/');
}
