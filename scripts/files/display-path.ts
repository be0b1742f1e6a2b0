import path from 'node:path';

import type { PathView } from '../openapi/loaded-spec.js';

/** A file, and how messages name it. */
export interface ShownFile {
  /** Absolute path. */
  readonly file: string;
  readonly shownAs: string;
}

/** Shows a path the way the user would type it: relative to `from`, with forward slashes. */
export function displayPath(file: string, from: string): string {
  const relative = path.relative(from, file);
  return (relative === '' ? '.' : relative).split(path.sep).join('/');
}

/** Shows paths relative to a folder. */
export function pathView(cwd: string): PathView {
  return { cwd, show: (file) => displayPath(file, cwd) };
}
