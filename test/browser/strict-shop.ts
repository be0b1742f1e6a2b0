import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';

import { createApp } from '../../scripts/sandbox/app.js';
import { createSandbox, type Sandbox } from '../../scripts/sandbox/server/create-sandbox.js';
import { toNodeListener } from '../../scripts/sandbox/server/node-http.js';
import { createIamport } from '../../src/index.js';

/** A shop whose pages may run nothing but scripts of their own origin, with the SDK and the windows of the sandbox there too. */
export interface StrictShop {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Violations that browsers reported: the first words of each. */
  readonly violations: string[];
  close(): Promise<void>;
}

const POLICY = "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; report-uri /violations";
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };

/** Serves files by their path, `/payments/complete`, and the sandbox at every other address. */
export async function openStrictShop(files: ReadonlyMap<string, string>): Promise<StrictShop> {
  const sandbox = createSandbox();
  const iamport = createIamport(sandbox.clientOptions());
  const app = createApp({ sandbox, readAsset });
  const violations: string[] = [];
  const answer = async (request: Request): Promise<Response | 'reset'> => {
    const { pathname } = new URL(request.url);
    const file = files.get(pathname);
    if (file !== undefined) return pageOf(pathname, file);
    if (pathname === '/payments/return') return pageOf('return.html', '<!doctype html><title>return</title>');
    if (pathname === '/violations') {
      violations.push(await request.text());
      return new Response(null, { status: 204 });
    }
    if (pathname !== '/payments/complete') return app(request);
    const { imp_uid, merchant_uid } = (await request.json()) as { imp_uid: string; merchant_uid: string };
    const verdict = await iamport.payments.verify({ imp_uid, merchant_uid, amount: 1004, allowSandbox: true });
    return new Response(null, { status: verdict.ok ? 204 : 409 });
  };
  const server = createServer(toNodeListener(answer, (error) => violations.push(String(error))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sandbox,
    violations,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pageOf(name: string, text: string): Response {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain';
  return new Response(text, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': POLICY },
  });
}

async function readAsset(name: string): Promise<string | null> {
  return readFile(new URL(`../../scripts/sandbox/dist/assets/${name}`, import.meta.url), 'utf8').catch(() => null);
}
