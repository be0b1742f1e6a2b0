import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** An npm registry on loopback. */
export interface Registry {
  readonly url: string;
  /** Names of the packages that it has served itself. */
  readonly served: ReadonlySet<string>;
  readonly close: () => Promise<void>;
}

/**
 * Serves packed tarballs as if they were published, and sends requests for all other packages to the registry that npm is
 * configured with.
 */
export async function startRegistry(tarballs: readonly string[]): Promise<Registry> {
  const upstream = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim().replace(/\/$/, '');
  const packages = new Map(tarballs.map((file) => [manifestOf(file).name, file]));
  const served = new Set<string>();
  const server = createServer((request, response) => {
    const [name = '', rest = ''] = decodeURIComponent(request.url ?? '')
      .slice(1)
      .split(/\/-\//);
    const file = packages.get(name);
    if (file === undefined) {
      response.writeHead(302, { location: `${upstream}${request.url ?? ''}` }).end();
      return;
    }
    served.add(name);
    const body = rest === '' ? JSON.stringify(packument(file, urlOf(server))) : readFileSync(file);
    response
      .writeHead(200, { 'content-type': rest === '' ? 'application/json' : 'application/octet-stream' })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: urlOf(server),
    served,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
}

function manifestOf(tarball: string): Manifest {
  const text = execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' });
  return JSON.parse(text) as Manifest;
}

function packument(tarball: string, url: string): object {
  const manifest = manifestOf(tarball);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  const dist = { tarball: `${url}/${manifest.name}/-/${path.basename(tarball)}`, integrity };
  return {
    name: manifest.name,
    'dist-tags': { latest: manifest.version },
    versions: { [manifest.version]: { ...manifest, dist } },
  };
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
