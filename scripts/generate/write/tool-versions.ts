import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { compareText } from '../../messages/diagnostic.js';
import { displayPath } from '../../files/display-path.js';

/** What decides on the output beside the spec. */
const TOOLS = ['@redocly/openapi-core', 'ajv', 'openapi-typescript', 'ts-morph', 'typescript'];

/** Folders whose code decides on the output, or on whether there is one. */
const DECIDING = ['json', 'messages', 'source', 'openapi', 'files', 'lint', 'generate'];

/** Name → version of this toolkit and of every package it generates with. */
export type ToolVersions = Readonly<Record<string, string>>;

/**
 * Reads the versions without loading the packages. The toolkit's own has a hash of the code that generates behind the `+`: while
 * somebody works on it, the code changes and the number stays.
 */
export function readToolVersions(): ToolVersions {
  const code = fileURLToPath(new URL('..', import.meta.url));
  const own = `${versionIn(path.resolve(code, '../..'))}+${hashCode(path.dirname(code), path.extname(import.meta.url))}`;
  const others = TOOLS.map((name): [string, string] => [name, versionIn(packageFolder(name))]);
  return Object.fromEntries([['@iamport-kit/cli', own], ...others]);
}

/** Hashes the code that decides on the output, from the folder that holds all of our code and with its extension. */
export function hashCode(root: string, extension: string): string {
  const hash = createHash('sha256');
  const named = DECIDING.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
      .map((entry) => path.join(entry.parentPath, entry.name)),
  ).map((file) => ({ file, name: displayPath(file, root) }));
  for (const { file, name } of named.sort((a, b) => compareText(a.name, b.name))) {
    hash.update(`${name}\n`).update(readFileSync(file)).update('\n');
  }
  return hash.digest('hex').slice(0, 16);
}

/** Asking for `<name>/package.json` would fail for packages that do not export it. */
function packageFolder(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = folders
    .map((folder) => path.join(folder, name))
    .find((folder) => existsSync(path.join(folder, 'package.json')));
  if (found === undefined) throw new Error(`the package ${name} is not installed`);
  return found;
}

function versionIn(folder: string): string {
  // Edge: the manifest of an installed package always has a version.
  return (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}
