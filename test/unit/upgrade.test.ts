import { expect, it } from 'vitest';

import type { OpenApi } from '../../scripts/openapi/document.js';
import type { Schema } from '../../scripts/json/schema.js';
import { upgrade } from '../../scripts/openapi/upgrade.js';

const ref = { $ref: '#/components/schemas/A' };

it.each<[title: string, given: Schema, want: Schema]>([
  ['nullable beside a type', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  [
    'nullable beside an enum',
    { type: 'string', nullable: true, enum: ['a'] },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  ['nullable: false', { type: 'string', nullable: false }, { type: 'string' }],
  ['a nullable reference, wrapped', { allOf: [ref], nullable: true }, { anyOf: [{ allOf: [ref] }, { type: 'null' }] }],
  ['nullable beside nothing', { nullable: true }, {}],
  ['what stands beside a reference', { ...ref, nullable: true, description: 'ignored' }, ref],
  [
    'an exclusive minimum',
    { type: 'number', minimum: 0, exclusiveMinimum: true },
    { type: 'number', exclusiveMinimum: 0 },
  ],
  ['an inclusive maximum', { type: 'number', maximum: 9, exclusiveMaximum: false }, { type: 'number', maximum: 9 }],
  ['an example', { type: 'string', example: 'x' }, { type: 'string', examples: ['x'] }],
  [
    'inside properties',
    { type: 'object', properties: { a: { type: 'string', nullable: true } } },
    { type: 'object', properties: { a: { type: ['string', 'null'] } } },
  ],
])('3.0 → 3.1: %s', (_title, given, want) => {
  const document = {
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    paths: { '/a': { get: { parameters: [{ name: 'q', in: 'query', schema: given }], responses: {} } } },
    components: {
      schemas: { Given: given },
      responses: {
        R: { description: 'D', content: { 'application/json': { schema: given, example: { schema: given } } } },
      },
    },
  };
  const { openapi, paths, components } = upgrade(document);
  expect(openapi).toBe('3.1.0');
  expect(components?.schemas?.Given).toEqual(want);
  expect(paths?.['/a']?.get).toEqual({ parameters: [{ name: 'q', in: 'query', schema: want }], responses: {} });
  // What only looks like a schema stays.
  expect(components?.responses).toEqual({
    R: { description: 'D', content: { 'application/json': { schema: want, example: { schema: given } } } },
  });
});

it('a schema is found wherever one stands, whatever the name of the place', () => {
  const given = { type: 'string', nullable: true };
  const want = { type: ['string', 'null'] };
  const spread = (schema: Schema): OpenApi => {
    const body = { description: 'D', headers: { 'x-total': { schema } }, content: { 'text/plain': { schema } } };
    const parameter = { name: 'q', in: 'query', schema };
    const operation = { operationId: 'a', parameters: [parameter], responses: { default: body } };
    const path = {
      parameters: [parameter],
      get: { ...operation, callbacks: { example: { 'x-{$url}': { post: operation } } } },
    };
    return {
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      paths: { '/a': path },
      components: {
        schemas: { default: schema },
        parameters: { schema: parameter, value: { name: 'q', in: 'query', content: { 'text/plain': { schema } } } },
        responses: { enum: body },
        requestBodies: {
          'x-body': {
            content: {
              'multipart/form-data': { schema, encoding: { default: { headers: { examples: { schema } } } } },
            },
          },
        },
        headers: { example: { schema } },
        callbacks: { value: { '{$url}': path } },
        pathItems: { default: path },
      },
    };
  };
  expect(upgrade({ ...spread(given), openapi: '3.0.3' })).toEqual(spread(want));
});

it('3.1 stays as it is', () => {
  const document = {
    openapi: '3.1.1',
    info: { title: 'T', version: '1' },
    components: { schemas: { A: { example: 1, nullable: true } } },
  };
  expect(upgrade(document)).toBe(document);
});
