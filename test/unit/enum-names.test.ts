import { describe, expect, it } from 'vitest';

import { nameEnums } from '../../scripts/generate/model/name-enums.js';
import type { Schema } from '../../scripts/json/schema.js';

const AB: Schema = { type: 'string', enum: ['a', 'b'] };
const property = (schema: Schema): Schema => ({ type: 'object', properties: { type: schema } });

describe('names of lists of known values', () => {
  it.each<readonly [title: string, schemas: Record<string, Schema>, want: Record<string, string>]>([
    ['a component has its own', { SessionType: AB }, { SessionType: 'SESSION_TYPES' }],
    ['without a type too', { SessionType: { enum: ['a'] } }, { SessionType: 'SESSION_TYPES' }],
    ['one that may grow too', { Kind: { type: 'string', 'x-extensible-enum': ['a'] } }, { Kind: 'KINDS' }],
    [
      'one that may be null is made of another',
      { Kind: { type: ['string', 'null'], enum: ['a', null] } },
      { KindValue: 'KIND_VALUES' },
    ],
    [
      'properties that match a pattern',
      { Kinds: { patternProperties: { '^x-': AB } } },
      { KindsValue: 'KINDS_VALUES' },
    ],
    ['not what is refused', { Kinds: { not: AB } }, {}],
    ['nor the conditions of others', { Kinds: { if: AB, then: { properties: { a: AB } } } }, {}],
    ['entries of a list', { Kinds: { type: 'array', items: AB } }, { KindsValue: 'KINDS_VALUES' }],
    ['a property', { Session: property(AB) }, { SessionType: 'SESSION_TYPES' }],
    [
      'a property with the values of a component',
      { Session: property(AB), SessionType: AB },
      { SessionType: 'SESSION_TYPES' },
    ],
    [
      'a property with others than the component of its name',
      { Session: property({ enum: ['c'] }), SessionType: AB },
      { SessionType: 'SESSION_TYPES', SessionTypeValue: 'SESSION_TYPE_VALUES' },
    ],
    ['a component whose Known… is another', { Kind: AB, KnownKind: { type: 'object' } }, { KindValue: 'KIND_VALUES' }],
    ['x-enum-name comes first', { Kind: { ...AB, 'x-enum-name': 'Letter' } }, { Letter: 'LETTERS' }],
  ])('%s', (_title, schemas, want) => {
    const { enums } = nameEnums(schemas);
    expect(Object.fromEntries(enums.map(({ name, listName }) => [name, listName]))).toEqual(want);
  });
});
