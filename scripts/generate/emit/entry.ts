import { codeFile } from '../banner.js';
import type { Model, OutputFile } from '../model.js';
import { emitCodes } from './codes.js';

/**
 * `index.ts` of a folder generated into somebody's own project: binds the generated code to the runtime of
 * `iamport-kit`. The package itself does that by hand in `src/index.ts`.
 */
export function emitEntry(model: Model): OutputFile[] {
  const methods = new Set(
    model.operations.filter(({ resource }) => resource === 'payments').map((one) => one.resourceMethod),
  );
  const text = entry(TOOLED_METHODS.every((method) => methods.has(method)));
  const hasCodes = emitCodes(model).length > 0;
  return [codeFile('index.ts', hasCodes ? text.replace(MODELS, `export * from './codes.js';\n${MODELS}`) : text)];
}

const MODELS = `export * from './models.js';`;

/** What the tools for payments (verify, getMany, iterate, cancel) build on. */
const TOOLED_METHODS = ['get', 'list', 'listByStatus', 'find', 'findWithStatus', 'cancel'];

const TOOLED_TYPE = `Client<paths, OperationTypes> &
  Omit<Resources, 'payments'> & {
    /** The operations of \`payments\`, with tools. */
    readonly payments: WithPaymentTools<Resources['payments']>;
  }`;

const TOOLED_RESULT = `const { payments, ...others } = createResources(client.call);
  return Object.assign(client, others, { payments: addPaymentTools(payments) });`;

const entry = (hasTools: boolean): string => `
import { ${hasTools ? 'addPaymentTools, ' : ''}createClient, type Client, type ClientOptions${hasTools ? ', type WithPaymentTools' : ''} } from 'iamport-kit/core';

import { baseUrl, operations, type OperationTypes } from './operations.js';
import { createResources, type Resources } from './resources.js';
import type { paths } from './types.js';

export * from 'iamport-kit/core';
${MODELS}
export { operations, type OperationTypes } from './operations.js';
export type { Resources } from './resources.js';
export type { components, paths, webhooks } from './types.js';

/** A client of the operations in this folder. */
export type Iamport = ${hasTools ? TOOLED_TYPE : 'Client<paths, OperationTypes> & Resources'};

/**
 * Creates a client.
 *
 * @throws {IamportError} \`kind: 'input'\` when the options are unusable.
 */
export function createIamport(options: ClientOptions): Iamport {
  const client = createClient<paths, OperationTypes>({ baseUrl, operations }, options);
  ${hasTools ? TOOLED_RESULT : 'return Object.assign(client, createResources(client.call));'}
}
`;
