import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { displayPath, type ShownFile } from './display-path.js';
import { packageAround } from './read-package.js';
import { UsageError } from '../messages/usage-error.js';

/**
 * Finds the document: the one given, else `spec/openapi.yaml` here, else the one in the installed `iamport-kit`.
 *
 * @throws {UsageError} when no document exists.
 */
export function findSpec(given: string | undefined, cwd: string): ShownFile {
  if (given !== undefined) return { file: path.resolve(cwd, given), shownAs: given };
  const here = path.join(cwd, 'spec', 'openapi.yaml');
  if (existsSync(here)) return { file: here, shownAs: 'spec/openapi.yaml' };
  const installed = installedPackage(cwd);
  if (installed === undefined) throw new UsageError('document-missing');
  const file = path.join(installed, 'openapi.json');
  return { file, shownAs: displayPath(file, cwd) };
}

/**
 * Whether a folder is inside the package `iamport-kit` itself. Its own `src/index.ts` is the entry of the generated code; a
 * generated entry would import the package from within.
 */
export function isOwnPackage(folder: string): boolean {
  return packageAround(folder)?.name === 'iamport-kit';
}

/**
 * Folder of the generated code in the `iamport-kit` that code in this folder would import, else in the one that is installed
 * beside this program, as with `npx` and pre-commit.
 */
export function installedPackage(cwd: string): string | undefined {
  const places = [path.join(cwd, 'package.json'), import.meta.url];
  return places.map(packageSeenFrom).find((folder) => folder !== undefined);
}

function packageSeenFrom(place: string): string | undefined {
  try {
    return path.dirname(createRequire(place).resolve('iamport-kit/manifest.json'));
  } catch {
    return undefined;
  }
}
