import { existsSync } from 'node:fs';
import path from 'node:path';

import { displayPath } from '../files/display-path.js';
import { readNamedBytes } from '../files/read-named.js';
import { foldersUpToRepository } from '../files/repository-root.js';
import { UsageError } from '../messages/usage-error.js';
import type { LoadedConfig } from './parse-config.js';

/**
 * Loads the config: the file given, else `iamport-kit.config.json`, `.yaml` or `.ts` in this folder or above, up to the
 * root of the repository. A `.ts` file is a program, and is run.
 *
 * @throws {UsageError} when it cannot be read or is invalid; with the line where that is known.
 */
export async function loadConfig(cwd: string, given?: string): Promise<LoadedConfig> {
  const file = given === undefined ? findConfig(cwd) : path.resolve(cwd, given);
  if (file === undefined) return noConfig(cwd);
  const shownAs = given ?? displayPath(file, cwd);
  const bytes = readNamedBytes(file, shownAs);
  // Loaded only now: most projects have no config.
  const { parseConfig } = await import('./parse-config.js');
  return { ...(await parseConfig({ file, shownAs, bytes })), shownAs, folder: path.dirname(file) };
}

/** The config where there is none. */
export function noConfig(folder: string): LoadedConfig {
  return { folder, errorAt: (_pointer, problem) => problem };
}

const NAMES = ['json', 'yaml', 'ts'].map((ending) => `iamport-kit.config.${ending}`);

/**
 * Finds the config of a folder: its own, else that of the nearest folder above, up to the root of the
 * repository. Outside a repository only the folder itself counts: a config may be a program, and those of
 * unrelated folders cannot be trusted.
 *
 * @throws {UsageError} when a folder has several.
 */
export function findConfig(cwd: string): string | undefined {
  for (const folder of foldersUpToRepository(cwd)) {
    const found = NAMES.filter((name) => existsSync(path.join(folder, name)));
    if (found.length > 1) throw new UsageError('several-configs', { folder, files: found });
    if (found[0] !== undefined) return path.join(folder, found[0]);
  }
  return undefined;
}
