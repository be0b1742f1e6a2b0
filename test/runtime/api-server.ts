import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a test lets the server answer. Text is sent as it is, anything else as JSON. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Milliseconds before the headers. */
  readonly headersAfter?: number;
  /** Milliseconds between the first half of the body and the second. */
  readonly bodyAfter?: number;
}

/** What a test does to a request: answer, reset the connection, or say nothing for ever. */
export type Reaction = Answer | 'hang up' | 'hang';

/** One request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query exactly as on the wire. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface ApiServer {
  readonly baseUrl: string;
  readonly requests: SeenRequest[];
  /** Requests other than those for a token. */
  readonly calls: () => SeenRequest[];
  readonly close: () => Promise<void>;
}

/** The envelope of a success. */
export function success(response: unknown): Answer {
  return { body: { code: 0, message: null, response } };
}

/** A real HTTP server on loopback that hands out tokens and answers everything else as the test says. */
export async function startApiServer(answer: (request: SeenRequest) => Reaction): Promise<ApiServer> {
  const requests: SeenRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body: Buffer.concat(chunks).toString() };
      requests.push(request);
      react(answer(request), incoming, outgoing);
    });
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    calls: () => requests.filter(({ url }) => url !== '/users/getToken'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function react(reply: Reaction, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (reply === 'hang') return;
  if (reply === 'hang up') {
    incoming.socket.destroy();
    return;
  }
  const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  const { headersAfter = 0, bodyAfter = 0 } = reply;
  const half = Math.floor(text.length / 2);
  const finish = (): void => {
    outgoing.end(text.slice(half));
  };
  const begin = (): void => {
    outgoing.writeHead(reply.status ?? 200, { 'content-type': 'application/json; charset=UTF-8', ...reply.headers });
    outgoing.write(text.slice(0, half));
    if (bodyAfter === 0) finish();
    else setTimeout(finish, bodyAfter);
  };
  if (headersAfter === 0) begin();
  else setTimeout(begin, headersAfter);
}

/** A token that lasts half an hour, as the provider gives. */
export const TOKEN_ANSWER = success({ access_token: 'canary-token', now: 1_700_000_000, expired_at: 1_700_001_800 });

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}
