import { describe, expect, it } from 'vitest';

import { NO_CACHE } from '../../scripts/files/cache.js';
import { emitResources } from '../../scripts/generate/emit/resources.js';
import { timePlaces } from '../../scripts/generate/model/time-places.js';
import type { Schema } from '../../scripts/json/schema.js';
import { toWireTimes } from '../../src/client/wire-times.js';
import { modelOf } from '../model-of.js';

const time: Schema = { type: 'integer', format: 'unixtime' };
const text: Schema = { type: 'string' };
const date = new Date(1_648_344_363_000);
const seconds = 1_648_344_363;

const schemas = {
  Time: time,
  Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }, { properties: { at: time } }] },
  Tree: { properties: { at: time, next: { $ref: '#/components/schemas/Tree' } } },
};

/** What an input is sent as, by its schema. */
function sent(schema: Schema, input: unknown): unknown {
  return toWireTimes(input, timePlaces(schema, schemas));
}

describe('a Date is sent as Unix seconds', () => {
  it.each<[string, Schema, input: unknown, expected: unknown]>([
    ['a property', { properties: { at: time, on: text } }, { at: date, on: date }, { at: seconds, on: date }],
    ['a reference', { properties: { at: { $ref: '#/components/schemas/Time' } } }, { at: date }, { at: seconds }],
    ['items', { properties: { at: { items: time } } }, { at: [date] }, { at: [seconds] }],
    [
      'properties of items',
      { properties: { list: { items: { properties: { at: time } } } } },
      { list: [{ at: date }, {}] },
      { list: [{ at: seconds }, {}] },
    ],
    [
      'prefixItems',
      { properties: { at: { prefixItems: [text, time] } } },
      { at: [date, date] },
      { at: [date, seconds] },
    ],
    [
      'items after prefixItems',
      { properties: { at: { prefixItems: [text], items: time } } },
      { at: [date, date, date] },
      { at: [date, seconds, seconds] },
    ],
    ['additionalProperties', { additionalProperties: time }, { a: date, b: seconds }, { a: seconds, b: seconds }],
    [
      'additionalProperties beside others',
      { properties: { 'a.b': text }, patternProperties: { '^x-': text }, additionalProperties: time },
      { 'a.b': date, aab: date, 'x-a': date, 'a-x-': date },
      { 'a.b': date, aab: seconds, 'x-a': date, 'a-x-': seconds },
    ],
    [
      'patternProperties',
      { patternProperties: { _at$: time } },
      { paid_at: date, a: date },
      { paid_at: seconds, a: date },
    ],
    ...['allOf', 'anyOf', 'oneOf'].map((keyword): [string, Schema, unknown, unknown] => [
      keyword,
      { [keyword]: [{ properties: { at: time } }, text] },
      { at: date },
      { at: seconds },
    ]),
    ...['then', 'else'].map((keyword): [string, Schema, unknown, unknown] => [
      keyword,
      { if: { properties: { on: time } }, [keyword]: { properties: { at: time } } },
      { at: date, on: date },
      { at: seconds, on: date },
    ]),
    ['dependentSchemas', { dependentSchemas: { a: { properties: { at: time } } } }, { at: date }, { at: seconds }],
    ['a key with a slash', { properties: { 'a/b~': time } }, { 'a/b~': date }, { 'a/b~': seconds }],
    ['a key that is a star', { properties: { '*': time, a: text } }, { '*': date, a: date }, { '*': seconds, a: date }],
    ['a schema that refers to itself', { $ref: '#/components/schemas/Loop' }, { at: date }, { at: seconds }],
    [
      'a schema inside itself',
      { $ref: '#/components/schemas/Tree' },
      { next: { next: { at: date } } },
      { next: { next: { at: seconds } } },
    ],
  ])('%s', (_, schema, input, expected) => {
    expect(sent(schema, input)).toEqual(expected);
  });
});

it('the type of an input has Dates where these are converted', () => {
  const properties = { at: { items: time }, byName: { additionalProperties: time }, 'a/b': time };
  const content = { 'application/json': { schema: { type: 'object', properties } } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/alarms': { put: { operationId: 'setAlarms', requestBody: { content } } } },
  };
  const [file] = emitResources(modelOf(document), { cache: NO_CACHE, isOwn: false });
  expect(file?.text).toContain("accepts: WithDates<SetAlarmsInput, 'at' | 'byName' | 'a/b'>");
});

it('milliseconds are refused by the name of their place', () => {
  const input = { meta: { at: 1_648_344_363_000 } };
  expect(() => sent({ properties: { meta: { additionalProperties: time } } }, input)).toThrow(
    'meta.at is 1648344363000, which is milliseconds',
  );
});
