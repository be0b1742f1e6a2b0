import { parseNotification, TooLarge, readText } from './notification.js';

/** What to answer to the provider. */
export interface HandlerAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
  /** By lower-case name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Answers what the provider sends. A function from a Web `Request` to a `Response`, as Hono, Next.js, Deno, Bun and edge
 * workers take it; the adapters make the rest of it.
 */
export interface PaymentHandler {
  (request: Request): Promise<Response>;
  /** For a body that was read before: an object that a framework parsed, or the text or bytes of JSON or a form. */
  readonly handle: (body: unknown, request?: unknown) => Promise<HandlerAnswer>;
}

/** The answer to anything but POST. */
export const NOT_POST: HandlerAnswer = {
  status: 405,
  body: { error: 'only POST is answered' },
  headers: { allow: 'POST' },
};

/** Makes a handler of a function from a parsed body to an answer. */
export function createPaymentHandler(
  answer: (body: unknown, request: unknown) => Promise<HandlerAnswer>,
): PaymentHandler {
  const handle = (body: unknown, request?: unknown): Promise<HandlerAnswer> => answer(parseNotification(body), request);
  const respond = async (request: Request): Promise<HandlerAnswer> => {
    if (request.method !== 'POST') return NOT_POST;
    try {
      return await handle(await readText(request.body === null ? [] : chunksOf(request.body)), request);
    } catch (error) {
      if (error instanceof TooLarge) return { status: 413, body: { error: 'the body is too large' } };
      return { status: 500, body: { error: 'the body could not be read' } };
    }
  };
  return Object.assign(
    async (request: Request): Promise<Response> => {
      const { status, body, headers = {} } = await respond(request);
      return Response.json(body, { status, headers: { ...headers } });
    },
    { handle },
  );
}

// Not every runtime can iterate over a stream by itself.
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    reader.releaseLock();
  }
}
