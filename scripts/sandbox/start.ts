/**
 * The sandbox as a server, for Node.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';

import { createApp } from './app.js';
import { createSandbox, SANDBOX_KEY, type Sandbox } from './server/create-sandbox.js';
import { toNodeListener } from './server/node-http.js';
import type { SandboxOptions } from './server/service.js';

/** How a server of the sandbox begins. */
export interface StartOptions extends SandboxOptions {
  /** 8787 when missing; 0 takes any that is free. */
  readonly port?: number;
  /** Address to listen on: `127.0.0.1` when missing. Another one opens the sandbox to its network. */
  readonly host?: string;
}

/** A sandbox that listens. */
export interface RunningSandbox extends Sandbox {
  /** Where it listens, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

/** Names of this machine. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]', 'host.docker.internal'];

/**
 * Starts a sandbox on loopback.
 *
 * @throws {Error} when the port is taken, with the code `EADDRINUSE`.
 */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const { port = 8787, host = '127.0.0.1' } = options;
  const sandbox = createSandbox(options);
  const isLoopback = host === '127.0.0.1' || host === 'localhost' || host === '::1';
  const app = createApp({ sandbox, readAsset, ...(isLoopback && { hosts: LOOPBACK }) });
  const onError = (error: unknown): void => {
    sandbox.journal.add({
      key: null,
      kind: 'bug',
      text: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  };
  const server = createServer(toNodeListener(app, onError));
  const listening = await listen(server, port, host);
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${listening}`;
  return {
    ...sandbox,
    url,
    port: listening,
    clientOptions: (key = SANDBOX_KEY) => ({ ...sandbox.clientOptions(key), baseUrl: url, fetch: globalThis.fetch }),
    close: () => close(server, sandbox),
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server, sandbox: Sandbox): Promise<void> {
  sandbox.clock.stop();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

/** Where the build puts scripts and style sheets; tests run this file from its source. */
const ASSETS = new URL(import.meta.url.endsWith('.ts') ? './dist/assets/' : './assets/', import.meta.url);

async function readAsset(name: string): Promise<string | null> {
  if (!/^[a-z0-9-]+\.(js|css)$/.test(name)) return null;
  try {
    return await readFile(new URL(name, ASSETS), 'utf8');
  } catch {
    return null;
  }
}
