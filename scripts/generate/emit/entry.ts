import { codeFile } from '../banner.js';
import type { Model, OutputFile } from '../model.js';

/**
 * `index.ts` of a folder generated into somebody's own project: binds the generated code to the runtime of
 * `iamport-kit`. The package itself does that by hand in `src/index.ts`.
 */
export function emitEntry(_model: Model): OutputFile[] {
  return [codeFile('index.ts', ENTRY)];
}

const ENTRY = `
import { createClient, type Client, type ClientOptions } from 'iamport-kit/core';

import { baseUrl, operations, type OperationTypes } from './operations.js';
import { createResources, type Resources } from './resources.js';
import type { paths } from './types.js';

export * from 'iamport-kit/core';
export * from './models.js';
export { operations, type OperationTypes } from './operations.js';
export type { Resources } from './resources.js';
export type { components, paths, webhooks } from './types.js';

/** A client of the operations in this folder. */
export type Iamport = Client<paths, OperationTypes> & Resources;

/**
 * Creates a client.
 *
 * @throws {IamportError} \`kind: 'input'\` when the options are unusable.
 */
export function createIamport(options: ClientOptions): Iamport {
  const client = createClient<paths, OperationTypes>({ baseUrl, operations }, options);
  return Object.assign(client, createResources(client.call));
}
`;
