import { readdirSync } from 'node:fs';
import path from 'node:path';

import { displayPath } from './display-path.js';

/** What is somewhere below a folder and is not a folder itself. */
export interface FileBelow {
  readonly file: string;
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  /** Anything else is a pipe, a socket or a device. */
  readonly kind: 'file' | 'link' | 'other';
}

/** Lists everything below a folder. Links are not followed. */
export function filesBelow(folder: string): FileBelow[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const kind = entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other';
      return { file, path: displayPath(file, folder), kind };
    });
}
