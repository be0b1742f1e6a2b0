import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rmSync } from 'node:fs';

import type { Schema } from '../../scripts/json/schema.js';
import { pick } from '../../src/client/request.js';
import { emitSchemas, type Emitted } from '../emitted-folder.js';

// Every object of JavaScript has `toString` and `constructor` without having been given them.

const TEXT: Schema = { type: 'string' };
const alternative = (value: string, name: string): Schema => ({
  type: 'object',
  required: ['constructor', name],
  properties: { constructor: { const: value }, [name]: TEXT },
});

const SCHEMAS: Readonly<Record<string, Schema>> = {
  Required: { type: 'object', required: ['toString', 'constructor'] },
  Typed: { type: 'object', properties: { constructor: { type: 'number' }, valueOf: TEXT } },
  Dependent: { type: 'object', dependentRequired: { a: ['hasOwnProperty'], toString: ['a'] } },
  Either: { type: 'object', anyOf: [{ required: ['toString'] }, { required: ['valueOf'] }] },
  Union: { oneOf: [alternative('a', 'x'), alternative('b', 'y'), alternative('c', 'z')] },
  Choice: {
    anyOf: [
      alternative('a', 'x'),
      {
        type: 'object',
        required: ['constructor'],
        properties: { constructor: { type: 'string', not: { const: 'a' } } },
      },
    ],
  },
  Closed: { type: 'object', properties: { a: TEXT }, additionalProperties: false },
};

const CASES: readonly [schema: string, value: unknown, isValid: boolean][] = [
  ['Required', {}, false],
  ['Required', { toString: 1 }, false],
  ['Required', { toString: 1, constructor: 1 }, true],
  ['Typed', {}, true],
  ['Typed', { constructor: 1 }, true],
  ['Typed', { constructor: 'x' }, false],
  ['Typed', { valueOf: 1 }, false],
  ['Dependent', {}, true],
  ['Dependent', { a: 1 }, false],
  ['Dependent', { toString: 1 }, false],
  ['Dependent', { toString: 1, a: 1, hasOwnProperty: 1 }, true],
  ['Either', {}, false],
  ['Either', { valueOf: 1 }, true],
  ['Union', {}, false],
  ['Union', { constructor: 'b', y: '' }, true],
  ['Union', { constructor: 'b', x: '' }, false],
  ['Choice', {}, false],
  ['Choice', { constructor: 'a', x: '' }, true],
  ['Choice', { constructor: 'a' }, false],
  ['Choice', { constructor: 'z' }, true],
  ['Closed', {}, true],
  ['Closed', { toString: 1 }, false],
];

describe('a generated validator asks for own properties only', () => {
  let emitted: Emitted;
  beforeAll(async () => {
    emitted = await emitSchemas(SCHEMAS);
  });
  afterAll(() => rmSync(emitted.path, { recursive: true }));

  it.each(CASES)('%s of %j is %s', (schema, value, isValid) => {
    expect(emitted.is(schema)(value)).toBe(isValid);
    expect(emitted.check(schema)(value).ok).toBe(isValid);
  });
});

it('a parameter that the caller leaves out is not sent, whatever its name', () => {
  const fields = { toString: 'toString', constructor: 'constructor', a: 'a' };
  expect({ ...pick({ a: 1 }, fields) }).toEqual({ a: 1 });
  expect(Object.keys(pick({ toString: 'x' }, fields))).toEqual(['toString']);
});
