import { readText, TooLarge } from './notification.js';
import { NOT_POST, type HandlerAnswer, type PaymentHandler } from './payment-handler.js';

/** A request of node:http, Connect or Express; `body` is set if a body parser has read it. */
export interface NodeRequest extends AsyncIterable<unknown> {
  readonly method?: string | undefined;
  readonly body?: unknown;
  readonly readableEnded?: boolean | undefined;
}

/** A response of node:http, Connect or Express. */
export interface NodeResponse {
  statusCode: number;
  readonly headersSent?: boolean | undefined;
  readonly writableEnded?: boolean | undefined;
  setHeader(name: string, value: string): unknown;
  end(text: string): unknown;
}

/**
 * Creates a handler for node:http, Connect and Express, with or without a body parser before it. Does not touch a
 * response that has already started, such as after a server timeout.
 */
export function toNodeHandler(handler: PaymentHandler): (request: NodeRequest, response: NodeResponse) => void {
  return (request, response) => {
    void respond(handler, request)
      .then((answer) => {
        writeAnswer(response, answer);
      })
      // The connection is closed.
      .catch(() => undefined);
  };
}

function writeAnswer(response: NodeResponse, { status, body, headers = {} }: HandlerAnswer): void {
  if (response.headersSent === true || response.writableEnded === true) return;
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(JSON.stringify(body));
}

async function respond(handler: PaymentHandler, request: NodeRequest): Promise<HandlerAnswer> {
  if (request.method !== 'POST') return NOT_POST;
  try {
    // Express 4 parsers leave `{}` for other content types; the body is still unread then.
    const isParsed = request.body !== undefined && (!isEmptyObject(request.body) || request.readableEnded === true);
    return await handler.handle(isParsed ? request.body : await readText(request), request);
  } catch (error) {
    if (error instanceof TooLarge) return { status: 413, body: { error: 'the body is too large' } };
    return { status: 500, body: { error: 'the body could not be read' } };
  }
}

function isEmptyObject(value: unknown): boolean {
  const isPlain = typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
  return isPlain && Object.keys(value).length === 0;
}

/** The part of a Fastify instance that the adapter needs. */
export interface FastifyScope {
  hasContentTypeParser(contentType: string): boolean;
  addContentTypeParser(
    contentType: string,
    options: { parseAs: 'string' },
    parser: (request: unknown, body: string, done: (error: Error | null, body?: unknown) => void) => void,
  ): unknown;
  post(
    path: string,
    handler: (
      request: { body: unknown },
      reply: { status(code: number): unknown; header(name: string, value: string): unknown },
    ) => Promise<unknown>,
  ): unknown;
}

/**
 * Creates a Fastify plugin for POST of JSON and forms at a path: `app.register(toFastifyPlugin(handler, '/webhook'))`.
 */
export function toFastifyPlugin(handler: PaymentHandler, path: string): (scope: FastifyScope) => Promise<void> {
  const form = 'application/x-www-form-urlencoded';
  // Fastify distinguishes plugins with callbacks from those with promises by their number of parameters.
  return (scope) => {
    if (!scope.hasContentTypeParser(form)) {
      scope.addContentTypeParser(form, { parseAs: 'string' }, (_request, body, done) => {
        done(null, body);
      });
    }
    scope.post(path, async (request, reply) => {
      const { status, body, headers = {} } = await handler.handle(request.body, request);
      reply.status(status);
      for (const [name, value] of Object.entries(headers)) reply.header(name, value);
      return body;
    });
    return Promise.resolve();
  };
}
