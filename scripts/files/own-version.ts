import { fileURLToPath } from 'node:url';

import { OWN_FOLDER } from './own-folder.js';
import { packageIn } from './read-package.js';

/** Version of this program. */
export function ownVersion(): string {
  return versionIn(fileURLToPath(new URL('../', OWN_FOLDER)));
}

/** Version of the installed package in a folder. */
export function versionIn(folder: string): string {
  return String(packageIn(folder).version);
}
