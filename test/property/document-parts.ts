// Parts that small documents are put together from.

/** A part of a document. */
export type Json = Readonly<Record<string, unknown>>;

/** A part of a document. */
export const text = { type: 'string' };
/** A part of a document. */
export const object = (properties: Json): Json => ({ type: 'object', properties });
/** A part of a document. */
export const done = { 200: { description: 'D' } };
/** A part of a document. */
export const answer = (schema: unknown, mediaType = 'application/json'): Json => ({
  200: { description: 'D', content: { [mediaType]: { schema } } },
});
/** A part of a document. */
export const operation = (rest: Json, path = '/a'): Json => ({
  paths: { [path]: { post: { operationId: 'doIt', responses: done, ...rest } } },
});
/** A part of a document. */
export const body = (schema: unknown, mediaType = 'application/json'): Json =>
  operation({ requestBody: { content: { [mediaType]: { schema } } } });
/** A part of a document. */
export const parameter = (rest: Json): Json => operation({ parameters: [{ name: 'q', in: 'query', ...rest }] });
/** A part of a document. */
export const schema = (Thing: unknown, others: Json = {}): Json => ({ components: { schemas: { Thing, ...others } } });
/** A part of a document. */
export const property = (a: unknown): Json => schema(object({ a }));
