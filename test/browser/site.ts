import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const SITE = path.resolve('scripts/site');

/** Where the built site is. */
export const DIST = path.join(SITE, 'dist');

/** Builds the documentation with npm alone; the toolkit is built already. */
export function buildSite(): void {
  execFileSync(process.execPath, [path.join(SITE, 'build.mjs'), '--no-toolkit'], { stdio: 'pipe' });
}

/** A served site. */
export interface ServedSite {
  /** Such as `http://127.0.0.1:1234`. */
  readonly origin: string;
  close(): void;
}

/** Serves the built site on a free port, as `npm run site:serve` does. */
export async function serveSite(): Promise<ServedSite> {
  const file = pathToFileURL(path.join(SITE, 'serve.mjs')).href;
  // The site is a package of its own, in JavaScript.
  const { createSiteServer } = (await import(file)) as { createSiteServer: () => Server };
  const server = createSiteServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It listens on a port, so it has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A page of the built site. */
export interface BuiltPage {
  /** Such as `/en/guides/errors/`. */
  readonly address: string;
  readonly html: string;
}

/** Every page that was built. */
export function builtPages(): readonly BuiltPage[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(path.sep).join('/'))
    .map((file) => ({
      address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
      html: readFileSync(path.join(DIST, file), 'utf8'),
    }));
}
