import { readFileSync } from 'node:fs';
import path from 'node:path';

import { displayPath } from '../files/display-path.js';
import { reasonOf } from '../files/reason-of.js';
import { UsageError } from '../messages/usage-error.js';
import { findConfig } from './find-config.js';
import type { LoadedConfig } from './loaded-config.js';

/**
 * Loads the config: the file given, else `iamport-kit.config.json`, `.yaml` or `.ts` in this folder or above, up to the
 * root of the repository. A `.ts` file is a program, and is run.
 *
 * @throws {UsageError} when it cannot be read or is invalid; with the line where that is known.
 */
export async function loadConfig(cwd: string, given?: string): Promise<LoadedConfig> {
  const file = given === undefined ? findConfig(cwd) : path.resolve(cwd, given);
  if (file === undefined) return { folder: cwd, errorAt: (_pointer, problem) => problem };
  const shownAs = given ?? displayPath(file, cwd);
  const bytes = readConfigFile(file, shownAs);
  // Loaded only now: most projects have no config.
  const { parseConfig } = await import('./parse-config.js');
  return { ...(await parseConfig({ file, shownAs, bytes })), shownAs, folder: path.dirname(file) };
}

function readConfigFile(file: string, shownAs: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new UsageError('file-unreadable', { file: shownAs, reason: reasonOf(cause) }, { cause });
  }
}
