import { readFileSync } from 'node:fs';

/** Version of this program. */
export function ownVersion(): string {
  // Edge: parsed JSON, from our own package.
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
