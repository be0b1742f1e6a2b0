import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { displayPath } from '../../files/display-path.js';
import { filesBelow } from '../../files/files-below.js';
import { hashFiles } from '../../files/source-hash.js';
import { OWN_FOLDER } from '../../files/own-folder.js';
import { versionIn } from '../../files/own-version.js';

/** The packages whose code decides on the output, besides those that the build bundles. */
const TOOLS = ['ajv', 'ts-morph'];

/** Our own folders whose code decides on the output, or on whether there is one. */
const DECIDING = ['json', 'messages', 'source', 'openapi', 'files', 'lint', 'generate'];

/** SHA-256 of everything but the spec and the options that decides on the output. Reads the packages' versions without loading them. */
export function generatorHash(): string {
  const own = fileURLToPath(OWN_FOLDER);
  const bundled = createRequire(import.meta.url).resolve('#bundled/versions.json');
  const versions = [...TOOLS.map((name) => `${name} ${versionIn(packageFolder(name))}`), readFileSync(bundled, 'utf8')];
  return hashFiles([['', [hashCode(own, path.extname(import.meta.url)), ...versions].join('\n')]]);
}

/** Hashes our code that decides on the output, from the folder that holds all of our code and with its extension. */
export function hashCode(root: string, extension: string): string {
  const files = DECIDING.flatMap((folder) => filesBelow(path.join(root, folder)));
  const named = files.filter(({ kind, path: name }) => kind === 'file' && name.endsWith(extension));
  return hashFiles(named.map(({ file }) => [displayPath(file, root), readFileSync(file)]));
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
