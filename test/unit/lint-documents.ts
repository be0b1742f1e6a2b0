// Small documents to run lint rules on, written as YAML on one line.

/** What a rule accepts, and what it refuses with the pointers it must name. */
export interface RuleCases {
  readonly good: readonly string[];
  readonly bad: readonly (readonly [document: string, pointer: string])[];
}

/** A part of a document, or a whole one. */
export const ok = '{ description: Fine. }';
/** A part of a document, or a whole one. */
export const operation = (id: string, rest = ''): string =>
  `{ operationId: ${id}, x-official-operation-id: ${id}, summary: S, responses: { '200': ${ok} }${rest} }`;
/** A part of a document, or a whole one. */
export const schemas = (properties: string): string =>
  `{ components: { schemas: { Thing: { type: object, properties: ${properties} } } } }`;
/** A part of a document, or a whole one. */
export const paths = (items: string): string => `{ paths: ${items} }`;
/** A part of a document, or a whole one. */
export const example = (file: string): string =>
  paths(
    `{ /a: { get: { operationId: a, x-official-operation-id: a, summary: S, responses: { '200': { description: D, content: { application/json: { examples: { one: { externalValue: ${file} } } } } } } } } }`,
  );
/** A part of a document, or a whole one. */
export const id = (pattern: string): string =>
  `, parameters: [{ name: id, in: path, required: true, schema: { type: string${pattern} } }]`;

/** A document with one GET that has `parameters`. */
export const getWith = (parameters: string): string =>
  paths(`{ /a: { get: ${operation('getA', `, parameters: ${parameters}`)} } }`);

/** A document with one POST that takes `request` and answers with `response`; `rest` stands beside them. */
export const post = (request: string, response: string, rest = ''): string =>
  paths(
    `{ /a: { post: { operationId: getA, x-official-operation-id: a, summary: S, requestBody: { content: { application/json: ${request} } }, responses: { '200': { description: D, content: { application/json: ${response} } } }${rest} } } }`,
  );
