import type { OperationTypes } from 'iamport-kit';

import type { Reply } from './reply.js';
import type { Turn } from './turn.js';

/** ID of an operation of the API. */
export type OperationId = keyof OperationTypes;

/** The parameters and the body of an operation, in one object. */
export type InputOf<Id extends OperationId> = NonNullable<OperationTypes[Id]['input']>;

/** Carries out an operation. Throws `Refused` where the service would refuse. */
export type Handler<Id extends OperationId> = (
  turn: Turn,
  input: InputOf<Id>,
) => Reply<NonNullable<OperationTypes[Id]['output']> | null>;

/** Handlers by operation. */
export type Handlers<Id extends OperationId = OperationId> = { readonly [Key in Id]: Handler<Key> };
