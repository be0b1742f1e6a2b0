import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

import { TRUNCATED_HEADER, type FaultyAnswer } from './apply-fault.js';

/** Largest body that is read, in bytes. */
const LARGEST_BODY = 2_000_000;

/** Answers a request of `node:http` with a function of `Request`. */
export function toNodeListener(
  answer: (request: Request) => Promise<FaultyAnswer>,
  onError: (error: unknown) => void,
): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  return (incoming, outgoing) => {
    void handle(incoming, outgoing, answer).catch((error: unknown) => {
      onError(error);
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'application/json; charset=UTF-8' });
      outgoing.end('{"code":-1,"message":"[sandbox] a bug in the sandbox","response":null}');
    });
  };
}

async function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: Request) => Promise<FaultyAnswer>,
): Promise<void> {
  const left = new AbortController();
  outgoing.on('close', () => {
    left.abort();
  });
  const body = await readBody(incoming);
  if (body === null) {
    outgoing.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const request = toRequest(incoming, body, left.signal);
  if (request === null) {
    outgoing.writeHead(400, { connection: 'close' }).end();
    return;
  }
  const answered = await answer(request);
  if (answered === 'reset') incoming.socket.destroy();
  else await write(outgoing, answered);
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    // Without an encoding, streams of node:http hand out buffers.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The request as the web knows it, or null when its address or a header is none. */
function toRequest(incoming: IncomingMessage, body: Buffer, signal: AbortSignal): Request | null {
  const { method = 'GET', url = '/', headers } = incoming;
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  try {
    const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0;
    const address = new URL(`http://${headers.host ?? 'localhost'}${url.startsWith('/') ? url : `/${url}`}`);
    return new Request(address, { method, headers: pairs, signal, ...(hasBody && { body: new Uint8Array(body) }) });
  } catch {
    return null;
  }
}

async function write(outgoing: ServerResponse, response: Response): Promise<void> {
  const headers = Object.fromEntries(response.headers);
  if (response.headers.has(TRUNCATED_HEADER)) {
    const half = Buffer.from(await response.arrayBuffer());
    outgoing.writeHead(response.status, { ...headers, 'content-length': String(half.length * 2) });
    outgoing.write(half, () => outgoing.destroy());
    return;
  }
  outgoing.writeHead(response.status, headers);
  outgoing.flushHeaders();
  if (response.body === null) outgoing.end();
  // The types of Node and of the DOM differ in what they call the same stream.
  else Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]).pipe(outgoing);
}
