import { existsSync } from 'node:fs';
import path from 'node:path';

import { isObject } from '../json/schema.js';
import { readJsonQuietly } from './read-quietly.js';
import { foldersUp } from './repository-root.js';

/** What a `package.json` says. */
export type PackageFile = Readonly<Record<string, unknown>>;

/** The `package.json` in a folder; without members if it cannot be read. */
export function packageIn(folder: string): PackageFile {
  const found = readJsonQuietly(path.join(folder, 'package.json'));
  return isObject(found) ? found : {};
}

/** The nearest `package.json`: in the folder, or in one around it. Undefined if there is none. */
export function packageAround(folder: string): PackageFile | undefined {
  const holder = foldersUp(folder).find((each) => existsSync(path.join(each, 'package.json')));
  return holder === undefined ? undefined : packageIn(holder);
}
