import { parseNotification, TooLarge, readText } from './notification.js';

/** What to answer to the provider. */
export interface HandlerAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
}

/**
 * Answers what the provider sends. A function from a Web `Request` to a `Response`, as Hono, Next.js, Deno, Bun and edge
 * workers take it; the adapters make the rest of it.
 */
export interface PaymentHandler {
  (request: Request): Promise<Response>;
  /** For a body that was read before: an object that a framework parsed, or the text or bytes of JSON or a form. */
  readonly handle: (body: unknown) => Promise<HandlerAnswer>;
}

/** Makes a handler of a function from a parsed body to an answer. */
export function createPaymentHandler(answer: (body: unknown) => Promise<HandlerAnswer>): PaymentHandler {
  const handle = (body: unknown): Promise<HandlerAnswer> => answer(parseNotification(body));
  const respond = async (request: Request): Promise<HandlerAnswer> => {
    if (request.method !== 'POST') return { status: 405, body: { error: 'only POST is answered' } };
    try {
      return await handle(await readText(request.body === null ? [] : chunksOf(request.body)));
    } catch (error) {
      if (error instanceof TooLarge) return { status: 413, body: { error: 'the body is too large' } };
      return { status: 500, body: { error: 'the body could not be read' } };
    }
  };
  return Object.assign(
    async (request: Request): Promise<Response> => {
      const { status, body } = await respond(request);
      return Response.json(body, { status });
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
