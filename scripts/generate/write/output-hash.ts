import { createHash } from 'node:crypto';

import { compareText } from '../../messages/diagnostic.js';

/** Where the hash stands in the manifest: it cannot be a part of what it is made from. */
const OWN_PLACE = /("outputHash": ")[0-9a-f]{64}"/;

/** SHA-256 over the paths and bytes of a whole output, that hash itself left out of `manifest.json`. */
export function hashOutput(files: readonly { readonly path: string; readonly bytes: Buffer }[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of [...files].sort((a, b) => compareText(a.path, b.path))) {
    const counted = path === 'manifest.json' ? Buffer.from(bytes.toString().replace(OWN_PLACE, '$1"')) : bytes;
    hash.update(`${path}\n${counted.length}\n`).update(counted);
  }
  return hash.digest('hex');
}
