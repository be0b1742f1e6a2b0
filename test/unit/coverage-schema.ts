import type { Schema } from '../../scripts/json/schema.js';

// An API of its own, so that nothing here depends on payments.
const PET: Schema = {
  type: 'object',
  required: ['kind'],
  properties: {
    kind: { type: 'string', enum: ['cat', 'dog'] },
    colour: { type: ['string', 'null'], 'x-extensible-enum': ['red', 'blue'] },
    pg_provider: { type: 'string', 'x-extensible-enum': ['kcp', 'nice'] },
    mother: { anyOf: [{ $ref: '#/$defs/Pet' }, { type: 'null' }] },
    only: { type: 'string', enum: ['one'] },
  },
};
/** An envelope with a pet or a refusal in it. */
export const ENVELOPE: Schema = {
  anyOf: [
    {
      type: 'object',
      required: ['code'],
      properties: { code: { const: 0, type: 'integer' }, response: { $ref: '#/$defs/Pet' } },
    },
    { $ref: '#/$defs/Refusal' },
  ],
  $defs: {
    Pet: PET,
    Refusal: {
      type: 'object',
      properties: { code: { type: 'integer', not: { const: 0 } }, response: { type: 'null' } },
    },
  },
};
