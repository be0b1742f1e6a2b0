import { describe, expect, it } from 'vitest';

import { emitModels } from '../../scripts/generate/emit/models.js';
import { modelOf } from '../model-of.js';
import type { Schema } from '../../scripts/json/schema.js';

const cases: [title: string, given: Schema, want: string][] = [
  [
    'properties beside "one of these is required"',
    {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'number' } },
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
    },
    '{ a?: string; b?: number; } & ({ a: string; } | { b: number; })',
  ],
  [
    'properties beside alternatives',
    {
      type: 'object',
      properties: { a: { type: 'string' } },
      oneOf: [{ $ref: '#/components/schemas/Other' }, { type: 'object', properties: { b: { type: 'number' } } }],
    },
    '{ a?: string; } & (Other | { b?: number; })',
  ],
  ['const: null', { const: null }, 'null'],
  [
    'properties beside typed additionalProperties',
    { type: 'object', properties: { a: { type: 'number' } }, additionalProperties: { type: 'string' } },
    '{ a?: number; [key: string]: string | number | undefined; }',
  ],
  ['a reference beside required', { $ref: '#/components/schemas/Other', required: ['x'] }, 'Other & { x: string; }'],
  [
    'a part that is only required',
    { allOf: [{ $ref: '#/components/schemas/Other' }, { required: ['x'] }] },
    'Other & { x: string; }',
  ],
  [
    'required of a part that may be null',
    { allOf: [{ $ref: '#/components/schemas/Nullable' }], required: ['x'] },
    'Nullable & { x: string; }',
  ],
  ['required that nothing declares', { type: 'object', required: ['x'] }, '{ x: unknown; [key: string]: unknown; }'],
  [
    'a default does not make a field required',
    { type: 'object', properties: { a: { type: 'string', default: 'x' } } },
    '{ a?: string; }',
  ],
  ['an object without properties', { type: 'object' }, '{ [key: string]: unknown }'],
  ['a nullable list', { type: ['array', 'null'], items: { type: 'string' } }, 'string[] | null'],
  ['a closed enum with null', { type: ['string', 'null'], enum: ['a', 'b', null] }, 'WholeIt | null'],
  ['an open enum', { type: 'string', 'x-extensible-enum': ['a'], 'x-enum-name': 'Letter' }, 'Letter'],
  ['a time', { type: ['integer', 'null'], format: 'unixtime' }, 'UnixTime | null'],
  ['an alias a spec tries to set', { type: 'string', 'x-iamport-kit-alias': 'Evil' }, 'string'],
];

describe('the type of', () => {
  it.each(cases)('%s', (_title, given, want) => {
    expect(typeOf(given)).toBe(want);
  });
});

function typeOf(schema: Schema): string {
  const Other: Schema = { type: 'object', properties: { x: { type: 'string' } } };
  const Nullable: Schema = { ...Other, type: ['object', 'null'] };
  const model = modelOf({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    components: {
      schemas: { Other, Nullable, Whole: { type: 'object', required: ['it'], properties: { it: schema } } },
    },
  });
  const [file] = emitModels(model);
  const text = /^export interface Whole \{([\s\S]*?)\n\}/m.exec(file?.text ?? '')?.[1] ?? '';
  const [, type = ''] = /it: ([\s\S]*);$/.exec(text.replace(/\/\*\*[\s\S]*?\*\//g, '').trim()) ?? [];
  return type.replace(/\s+/g, ' ').trim();
}
