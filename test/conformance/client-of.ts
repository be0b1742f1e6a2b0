import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';

import type { CallOptions, ClientOptions, ResponseOptions } from '../../src/core.js';
import { everyEntry } from '../../scripts/messages/every-entry.js';
import { messageOf } from '../../scripts/messages/texts.js';
import { generateFrom } from '../generate-from.js';
import { startApiServer, type ApiServer, type Reaction, type SeenRequest } from '../runtime/api-server.js';

/** A generated client, without the types: these tests are about what travels. */
export interface AnyClient {
  readonly call: (id: string, input?: object, options?: CallOptions) => Promise<unknown>;
  readonly callWithResponse: (
    id: string,
    input?: object,
    options?: ResponseOptions,
  ) => Promise<{ readonly data: unknown; readonly status: number; readonly headers: Headers }>;
  readonly raw: Readonly<Record<string, (path: string, init?: object) => Promise<{ readonly data?: unknown }>>>;
}

/** A client made of a document, and a server on loopback that answers it. */
export interface Connected {
  readonly client: AnyClient;
  readonly server: ApiServer;
  /** Another client of the same. */
  readonly connect: (options?: object) => AnyClient;
  /** Where the generated files are. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Generates a client from a document, as JSON, and starts a server for it. */
export async function connectTo(
  document: object,
  answer: (request: SeenRequest) => Reaction,
  { client = {}, ...options }: { readonly strictReadOnly?: boolean; readonly client?: object } = {},
): Promise<Connected> {
  const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-wire-'));
  const server = await startApiServer(answer);
  writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(document));
  const { files, diagnostics } = await generateFrom(path.join(folder, 'openapi.json'), options);
  if (files.length === 0) throw new Error(diagnostics.map((each) => messageOf(each, 'en', everyEntry())).join('\n'));
  for (const { path: file, text } of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const { createClient } = await load(folder);
  const connect = (options: object = {}): AnyClient => createClient({ baseUrl: server.baseUrl, ...client, ...options });
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(folder, { recursive: true });
  };
  return { client: connect(), server, connect, folder, close };
}

interface Loaded {
  readonly createClient: (options: ClientOptions) => AnyClient;
}

/** Builds the folder against the sources of the runtime, as a backend's own build tool would against the package. */
async function load(folder: string): Promise<Loaded> {
  const outfile = path.join(folder, 'bundle.mjs');
  await build({
    entryPoints: [path.join(folder, 'index.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    alias: { 'iamport-kit/core': path.resolve('src/core.ts') },
    logLevel: 'error',
  });
  // The folder exports it.
  return (await import(pathToFileURL(outfile).href)) as Loaded;
}
