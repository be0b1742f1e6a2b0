import { readFileSync } from 'node:fs';

/** The folder of this program's code, whether a module is read by itself or from a bundle. */
export const OWN_FOLDER = new URL('../', import.meta.url);

/** Version of this program. */
export function ownVersion(): string {
  return versionIn(new URL('../', OWN_FOLDER));
}

/** Version of the package in a folder. */
export function versionIn(folder: URL): string {
  // Edge: the manifest of an installed package always has a version.
  return (JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { version: string }).version;
}
