import { readText, TooLarge } from './notification.js';
import type { HandlerAnswer, PaymentHandler } from './payment-handler.js';

/** What node:http, Connect and Express hand over as a request; `body` when something has read it already. */
export interface NodeRequest extends AsyncIterable<unknown> {
  readonly method?: string | undefined;
  readonly body?: unknown;
}

/** What they hand over to answer with. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(text: string): unknown;
}

/** Makes a handler for node:http, Connect and Express, with or without a body parser before it. */
export function toNodeHandler(handler: PaymentHandler): (request: NodeRequest, response: NodeResponse) => void {
  return (request, response) => {
    void respond(handler, request).then(({ status, body }) => {
      response.statusCode = status;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    });
  };
}

async function respond(handler: PaymentHandler, request: NodeRequest): Promise<HandlerAnswer> {
  if (request.method !== 'POST') return { status: 405, body: { error: 'only POST is answered' } };
  try {
    return await handler.handle(request.body ?? (await readText(request)));
  } catch (error) {
    if (error instanceof TooLarge) return { status: 413, body: { error: 'the body is too large' } };
    return { status: 500, body: { error: 'the body could not be read' } };
  }
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
    handler: (request: { body: unknown }, reply: { status(code: number): unknown }) => Promise<unknown>,
  ): unknown;
}

/** Makes a Fastify plugin that answers POST at a path, JSON and forms: `app.register(toFastifyPlugin(handler, '/webhook'))`. */
export function toFastifyPlugin(handler: PaymentHandler, path: string): (scope: FastifyScope) => Promise<void> {
  const form = 'application/x-www-form-urlencoded';
  // Fastify tells plugins that call back from those that return a promise by their parameters.
  return (scope) => {
    if (!scope.hasContentTypeParser(form)) {
      scope.addContentTypeParser(form, { parseAs: 'string' }, (_request, body, done) => {
        done(null, body);
      });
    }
    scope.post(path, async (request, reply) => {
      const { status, body } = await handler.handle(request.body);
      reply.status(status);
      return body;
    });
    return Promise.resolve();
  };
}
