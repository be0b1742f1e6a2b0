import { describe, expect, it } from 'vitest';

import { exercisedBy, openSchema, pointsOfSchema } from '../../scripts/coverage/walk-schema.js';
import type { Schema } from '../../scripts/json/schema.js';
import { ENVELOPE } from './coverage-schema.js';

describe('the points of a schema', () => {
  it('follow it into other files', () => {
    const pet: Schema = { properties: { kind: { enum: ['cat', 'dog'] } } };
    const shop = openSchema('Shop', { properties: { pet: { $ref: 'Pet%C3%A9.json' } } }, () => pet);
    expect(pointsOfSchema(shop).map(({ id }) => id)).toEqual(['Peté.kind = cat', 'Peté.kind = dog']);
    expect([...exercisedBy({ pet: { kind: 'dog' } }, shop)]).toEqual(['Peté.kind = dog']);
  });

  it('are the members, nulls and providers of all it leads to, each once', () => {
    expect(pointsOfSchema(openSchema('Envelope', ENVELOPE)).map(({ id }) => id)).toEqual([
      'Pet.kind = cat',
      'Pet.kind = dog',
      'Pet.colour = red',
      'Pet.colour = blue',
      'Pet.colour = null',
      'Pet.colour ≠ null',
      'pg_provider = kcp',
      'pg_provider = nice',
      'Pet.mother = null',
      'Pet.mother ≠ null',
    ]);
  });

  it.each<[title: string, value: unknown, shown: string[]]>([
    [
      'a null and a member',
      { code: 0, response: { kind: 'cat', colour: null } },
      ['Pet.kind = cat', 'Pet.colour = null'],
    ],
    ['a branch of a union, and only that one', { code: 1, response: null }, []],
    [
      'a value that no list has',
      { code: 0, response: { kind: 'dog', colour: 'mauve' } },
      ['Pet.kind = dog', 'Pet.colour ≠ null'],
    ],
    [
      'what is nested in itself',
      { code: 0, response: { kind: 'cat', mother: { kind: 'dog', mother: null } } },
      ['Pet.kind = cat', 'Pet.mother ≠ null', 'Pet.kind = dog', 'Pet.mother = null'],
    ],
  ])('are shown by a value: %s', (_title, value, shown) => {
    expect([...exercisedBy(value, openSchema('Envelope', ENVELOPE))]).toEqual(shown);
  });

  it.each<[title: string, schema: Schema, value: unknown, shown: string[]]>([
    ['in items', { type: 'array', items: { type: ['null', 'number'] } }, [1, null], ['X[] ≠ null', 'X[] = null']],
    [
      'under any key',
      { additionalProperties: { enum: ['a', 'b', null] } },
      { k: 'b', l: null },
      ['X.* = b', 'X.* ≠ null', 'X.* = null'],
    ],
    [
      'under keys that match a pattern',
      { properties: { t: { enum: [1, 2] } }, patternProperties: { '^s_': { enum: ['a', 'b'] } } },
      { t: 1, s_1: 'a', s_2: 'b', u: 'a' },
      ['X.t = 1', 'X./^s_/ = a', 'X./^s_/ = b'],
    ],
    ['in tuples', { prefixItems: [{ enum: [1, 2] }], items: { enum: [3, 4] } }, [2, 3], ['X[] = 2', 'X[] = 3']],
    ['in parts that all hold', { allOf: [{ properties: { a: { enum: ['x', 'y'] } } }] }, { a: 'x' }, ['X.a = x']],
    ['never of a list of one', { enum: ['one'] }, 'one', []],
    ['never of null alone', { type: 'null' }, null, []],
    [
      'at a key named __proto__',
      { properties: JSON.parse('{"__proto__":{"enum":[1,2]}}') as never },
      JSON.parse('{"__proto__":1}'),
      ['X.__proto__ = 1'],
    ],
  ])('are found %s', (_title, schema, value, shown) => {
    expect([...exercisedBy(value, openSchema('X', schema))]).toEqual(shown);
    const known = new Set(pointsOfSchema(openSchema('X', schema)).map(({ id }) => id));
    expect(shown.filter((id) => !known.has(id))).toEqual([]);
  });
});
