import { readFileSync } from 'node:fs';
import path from 'node:path';

import { isOwnPackage } from '../files/project.js';
import { isObject } from '../json/schema.js';
import type { Invocation } from './command.js';
import { openConfig } from './config-flags.js';

/**
 * Whether requests refuse read-only properties: as the flag says, else the config, else the flag of an earlier run, which the
 * manifest keeps.
 *
 * @throws {UsageError} when the config cannot be read.
 */
export async function chooseStrictness(out: string, invocation: Invocation): Promise<boolean> {
  if (isOwnPackage(out)) return false;
  if (invocation.isSet('strict-read-only')) return true;
  const { generate } = await openConfig(invocation);
  return generate?.strictReadOnly ?? isKept(out);
}

function isKept(out: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8'));
    return isObject(manifest) && manifest.strictReadOnly === true;
  } catch {
    // There is none yet, or the run will find out what is wrong with it.
    return false;
  }
}
