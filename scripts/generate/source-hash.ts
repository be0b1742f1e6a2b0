import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { compareText } from '../diagnostics.js';
import { displayPath } from '../display-path.js';
import type { LoadedSpec } from './load.js';

/** SHA-256 over the names and texts of all files of a spec: any edit changes it, moving the whole folder does not. */
export async function hashSources(spec: LoadedSpec, others: Iterable<string>): Promise<string> {
  const files = [...new Set([spec.file, ...others])];
  const named = files.map((file) => ({ file, name: displayPath(file, path.dirname(spec.file)) }));
  const hash = createHash('sha256');
  for (const { file, name } of named.sort((a, b) => compareText(a.name, b.name))) {
    const text = await textOf(spec, file);
    hash.update(`${name}\n${text.length}\n${text}`);
  }
  return hash.digest('hex');
}

/** What the resolver has read is taken from it: it may have come from another host. Examples it does not keep. */
async function textOf({ resolver }: LoadedSpec, file: string): Promise<string> {
  const document = await resolver.cache.get(file);
  return document !== undefined && 'source' in document ? document.source.body : readFileSync(file, 'utf8');
}
