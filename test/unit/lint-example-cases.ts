import { example, ok, paths, schemas, type RuleCases } from './lint-documents.js';

/** A document whose only answer is `media`, beside some components. */
const inMedia = (media: string): string =>
  `{ paths: { /a: { get: { operationId: a, x-official-operation-id: a, summary: S, responses: { '200': { description: D, content: { application/json: ${media} } } } } } }\ncomponents: { schemas: { T: { type: integer, format: unixtime }, Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }, { $ref: '#/components/schemas/Loop' }] } }, examples: { E: { value: { at: 1648344363000 } } } } }`;
const MEDIA = '/paths/~1a/get/responses/200/content/application~1json';

/** What the rules about examples accept and refuse. */
export const exampleCases: Readonly<Record<string, RuleCases>> = {
  'example-file-is-json': {
    good: [example('good.json')],
    bad: [
      [example('broken.json'), '/paths/~1a/get/responses/200/content/application~1json/examples/one/externalValue'],
      [example('missing.json'), '/paths/~1a/get/responses/200/content/application~1json/examples/one/externalValue'],
    ],
  },
  'example-or-examples': {
    good: [
      inMedia('{ schema: {}, example: 1 }'),
      inMedia('{ schema: {}, examples: { one: { value: 1 } } }'),
      schemas('{ a: { type: integer, example: 1, examples: [1, 2] } }'),
    ],
    bad: [[inMedia('{ schema: {}, example: 1, examples: { one: { value: 1 } } }'), `${MEDIA}/example`]],
  },
  'example-is-in-seconds': {
    good: [
      schemas('{ paid_at: { type: integer, format: unixtime, example: 1648344363, examples: [0, 1648344363] } }'),
      schemas('{ id: { type: integer, example: 1648344363000 } }'),
      inMedia(
        '{ schema: { properties: { list: { items: { $ref: "#/components/schemas/T" } } } }, example: { list: [1, null], other: 1648344363000 } }',
      ),
      inMedia(
        '{ schema: { patternProperties: { ^n_: {} }, additionalProperties: { format: unixtime } }, example: { n_a: 1648344363000 } }',
      ),
      // The schema leads back to itself.
      inMedia('{ schema: { $ref: "#/components/schemas/Loop" }, example: 1 }'),
      example('missing.json'),
    ],
    bad: [
      [
        schemas('{ paid_at: { type: integer, format: unixtime, example: 1648344363000 } }'),
        '/components/schemas/Thing/properties/paid_at/example',
      ],
      [
        schemas('{ paid_at: { type: integer, format: unixtime, default: 1648344363000 } }'),
        '/components/schemas/Thing/properties/paid_at/default',
      ],
      [
        schemas(
          '{ a: { type: object, properties: { at: { format: unixtime } }, examples: [{}, { at: 1648344363000 }] } }',
        ),
        '/components/schemas/Thing/properties/a/examples/1/at',
      ],
      [
        inMedia(
          '{ schema: { properties: { list: { items: { $ref: "#/components/schemas/T" } } } }, example: { list: [1, 1648344363000] } }',
        ),
        `${MEDIA}/example/list/1`,
      ],
      [
        inMedia(
          '{ schema: { patternProperties: { _at$: { format: unixtime } } }, example: { paid_at: 1648344363000 } }',
        ),
        `${MEDIA}/example/paid_at`,
      ],
      [
        inMedia('{ schema: { additionalProperties: { format: unixtime } }, example: { paid_at: 1648344363000 } }'),
        `${MEDIA}/example/paid_at`,
      ],
      [
        inMedia('{ schema: { prefixItems: [{}, { format: unixtime }], items: {} }, example: [1, 1648344363000] }'),
        `${MEDIA}/example/1`,
      ],
      [inMedia('{ schema: { if: {}, then: { format: unixtime } }, example: 1648344363000 }'), `${MEDIA}/example`],
      [
        inMedia(
          '{ schema: { allOf: [{ properties: { at: { anyOf: [{ type: string }, { $ref: "#/components/schemas/T" }] } } }] }, examples: { one: { value: { at: 1648344363000 } } } }',
        ),
        `${MEDIA}/examples/one/value/at`,
      ],
      [
        inMedia(
          '{ schema: { additionalProperties: { $ref: "#/components/schemas/T" } }, examples: { one: { $ref: "#/components/examples/E" } } }',
        ),
        '/components/examples/E/value/at',
      ],
      [
        inMedia(
          '{ schema: { properties: { a: { $ref: "#/components/schemas/T" } } }, examples: { one: { externalValue: late.json } } }',
        ),
        `${MEDIA}/examples/one/externalValue`,
      ],
      [
        paths(
          `{ /a: { get: { operationId: a, x-official-operation-id: a, summary: S, parameters: [{ name: from, in: query, schema: { type: integer, format: unixtime }, example: 1648344363000 }], responses: { '200': ${ok} } } } }`,
        ),
        '/paths/~1a/get/parameters/0/example',
      ],
    ],
  },
};
