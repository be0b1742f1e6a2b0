import { readFileSync } from 'node:fs';

import { OWN_FOLDER } from './own-folder.js';

/** Version of this program. */
export function ownVersion(): string {
  // Edge: parsed JSON, from our own package.
  const manifest = JSON.parse(readFileSync(new URL('../package.json', OWN_FOLDER), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
