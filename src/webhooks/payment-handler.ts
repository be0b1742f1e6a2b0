import { parseNotification, TooLarge, readText } from './notification.js';

/** The response to the provider. */
export interface HandlerAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
  /** By lower-case name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Handles requests of the provider. A function from a Web `Request` to a `Response`, for Hono, Next.js, Deno, Bun and
 * edge workers; use the adapters for other servers.
 */
export interface PaymentHandler {
  (request: Request): Promise<Response>;
  /** For a body that is already read: an object that a framework parsed, or the text or bytes of JSON or a form. */
  readonly handle: (body: unknown, request?: unknown) => Promise<HandlerAnswer>;
}

/** The response to other methods than POST. */
export const NOT_POST: HandlerAnswer = {
  status: 405,
  body: { error: 'only POST is allowed' },
  headers: { allow: 'POST' },
};

/** Creates a handler from a function that maps a parsed body to a response. */
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

// Not every runtime can iterate over a stream.
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    reader.releaseLock();
  }
}
