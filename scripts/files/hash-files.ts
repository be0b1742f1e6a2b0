import { createHash } from 'node:crypto';

import { compareText } from '../messages/diagnostic.js';

/** SHA-256 over names and contents, in the order of the names: edits change it, moving the folder around the files does not. */
export function hashFiles(files: Iterable<readonly [name: string, content: string | Buffer]>): string {
  const hash = createHash('sha256');
  for (const [name, content] of [...files].sort(([a], [b]) => compareText(a, b)))
    hash.update(`${name}\n${content.length}\n`).update(content);
  return hash.digest('hex');
}
