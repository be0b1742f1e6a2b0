import { readFileSync } from 'node:fs';

import { OWN_FOLDER } from './own-folder.js';

/** Version of this program. */
export function ownVersion(): string {
  return versionIn(new URL('../', OWN_FOLDER));
}

/** Version of the package in a folder. */
export function versionIn(folder: URL): string {
  // Edge: the manifest of an installed package always has a version.
  return (JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { version: string }).version;
}
