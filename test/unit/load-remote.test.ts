import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { loadRemote } from '../../scripts/files/load-remote.js';

// Over plain http, which loadRemote never asks for: a certificate is tried in test/cli/remote.test.ts.
const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/a.yaml': (response) => response.end('a: 1\n'),
  '/redirect': (response) => response.writeHead(302, { location: 'https://evil.example/secret?token=1' }).end(),
  '/missing': (response) => response.writeHead(404).end(),
  '/page': (response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>'),
  '/broken': (response) => response.destroy(),
  '/cut': (response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('a: 1', () => response.destroy());
  },
  '/never': () => undefined,
  '/slow': (response) => {
    response.write('a: ');
  },
  '/endless': (response) => {
    const more = (): void => {
      if (!response.destroyed) response.write('x'.repeat(100_000), () => setImmediate(more));
    };
    more();
  },
};

let server: Server;
let base = '';
const seen: (string | undefined)[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.headers.authorization ?? request.headers.cookie);
    ANSWERS[request.url ?? '']?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function load(path: string): Promise<string> {
  const asking = { ask: (url: URL, init: RequestInit) => fetch(base + url.pathname, init), seconds: 2, megabytes: 1 };
  return (await loadRemote(`https://a.example${path}`, ['a.example'], asking)).body;
}

it('returns the file, and sends no credentials', async () => {
  expect(await load('/a.yaml')).toBe('a: 1\n');
  expect(seen).toEqual([undefined]);
});

it.each([
  ['/redirect', /^a\.example redirects to https:\/\/evil\.example\/secret; refer to that address, and allow its host$/],
  ['/missing', /^a\.example answered HTTP 404$/],
  ['/page', /^a\.example answered with a web page; refer to the file itself$/],
  ['/broken', /^a\.example cannot be asked \(/],
  ['/cut', /^a\.example cannot be asked \(/],
  ['/never', /^a\.example did not answer within 2 s$/],
  ['/slow', /^a\.example did not answer within 2 s$/],
  ['/endless', /^a\.example answered with more than 1 MB$/],
])('refuses %s', async (path, message) => {
  const failure = await load(path).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect((failure as Error).message).toMatch(message);
});

it.each([
  ['http://a.example/a.yaml', /not followed but over https/],
  ['ftp://a.example/a.yaml', /not followed but over https/],
  ['https://b.example/a.yaml', /allow it with --allow-remote b\.example$/],
  ['https://a.example:8443/a.yaml', /allow it with --allow-remote a\.example:8443$/],
  ['https://a.example@b.example/a.yaml', /allow it with --allow-remote b\.example$/],
])('does not fetch %s', async (address, message) => {
  const ask = (): never => {
    throw new Error('asked');
  };
  await expect(loadRemote(address, ['a.example'], { ask, seconds: 2, megabytes: 1 })).rejects.toThrow(message);
});
