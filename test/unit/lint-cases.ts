import { exampleCases } from './lint-example-cases.js';
import { operationCases } from './lint-operation-cases.js';
import { getWith, id, ok, operation, paths, schemas, type RuleCases } from './lint-documents.js';

const governed = (invariants: string): string =>
  `{ components: { schemas: { Thing: { type: object, x-invariants: ${invariants}, allOf: [{ properties: { b: { type: number } } }], properties: { a: { type: number }, list: { type: array, items: { properties: { n: { type: number } } } } } } } } }`;

const beside = (keywords: string): string => `{ $ref: '#/components/schemas/Thing', ${keywords} }`;

/** Each rule: what is fine, and what is not, with the pointer it must name. */
export const cases: Readonly<Record<string, RuleCases>> = {
  ...operationCases,
  ...exampleCases,
  'allow-reserved-is-in-query': {
    good: [getWith('[{ name: a, in: query, schema: {}, allowReserved: true }, { name: b, in: header, schema: {} }]')],
    bad: [
      [
        getWith('[{ name: a, in: header, schema: {}, allowReserved: false }]'),
        '/paths/~1a/get/parameters/0/allowReserved',
      ],
      [
        '{ components: { headers: { H: { schema: {}, allowReserved: true } } } }',
        '/components/headers/H/allowReserved',
      ],
    ],
  },
  'amount-is-number': {
    good: [
      schemas('{ amount: { type: number }, cancel_amount: { type: [number, "null"] }, amounts: { type: string } }'),
    ],
    bad: [
      [schemas('{ amount: { type: integer } }'), '/components/schemas/Thing/properties/amount/type'],
      [schemas('{ paid_amount: { type: string } }'), '/components/schemas/Thing/properties/paid_amount/type'],
    ],
  },
  'timestamp-is-unixtime': {
    good: [schemas('{ paid_at: { type: integer, format: unixtime }, at: { type: string } }')],
    bad: [
      [schemas('{ paid_at: { type: string } }'), '/components/schemas/Thing/properties/paid_at/type'],
      [schemas('{ paid_at: { type: integer } }'), '/components/schemas/Thing/properties/paid_at'],
    ],
  },
  'operation-has-official-id': {
    good: [
      paths(`{ /a: { get: ${operation('a')} } }`),
      `{ webhooks: { a: { post: { operationId: a, summary: S, responses: { '200': ${ok} } } } } }`,
    ],
    bad: [
      [
        paths(`{ /a: { get: { operationId: a, summary: S, responses: { '200': ${ok} } } } }`),
        '/paths/~1a/get/operationId',
      ],
    ],
  },
  'beside-reference-is-schema': {
    good: [
      schemas(`{ a: ${beside("required: [b], enum: [x], type: [string, 'null'], pattern: '^a', minLength: 1")} }`),
      // A parameter is no schema: what stands beside a reference to it is of no effect.
      `{ components: { parameters: { P: { $ref: '#/components/parameters/Q', required: 1 }, Q: { name: q, in: query, schema: {} } } } }`,
    ],
    bad: [
      [schemas(`{ a: ${beside('required: true')} }`), '/components/schemas/Thing/properties/a/required'],
      [schemas(`{ a: ${beside('enum: []')} }`), '/components/schemas/Thing/properties/a/enum'],
      [schemas(`{ a: ${beside('type: file')} }`), '/components/schemas/Thing/properties/a/type'],
      [schemas(`{ a: ${beside("pattern: '('")} }`), '/components/schemas/Thing/properties/a/pattern'],
    ],
  },
  'paths-unambiguous': {
    good: [
      paths(`{ '/a/{id}': { get: ${operation('a', id(''))} }, /a/b: { get: ${operation('b')} } }`),
      paths(
        `{ '/{id}/b': { get: ${operation('a', id(", pattern: '^imp'"))} }, '/a/{id}': { get: ${operation('b', id(''))} } }`,
      ),
    ],
    bad: [
      [
        paths(`{ '/{id}/b': { get: ${operation('a', id(''))} }, '/a/{id}': { get: ${operation('b', id(''))} } }`),
        '/paths/~1a~1{id}',
      ],
    ],
  },
  'nullable-is-in-type': {
    good: [schemas('{ a: { type: [string, "null"], description: null until then. }, b: { type: string } }')],
    bad: [
      [schemas('{ a: { type: string, description: Or null. } }'), '/components/schemas/Thing/properties/a/type'],
      [schemas('{ a: { type: string, nullable: true } }'), '/components/schemas/Thing/properties/a/nullable'],
      [schemas('{ a: { type: string, enum: [x, null] } }'), '/components/schemas/Thing/properties/a/type'],
    ],
  },
  'keyword-is-known': {
    good: [schemas('{ a: { type: string, x-note: Mine., const: a, examples: [a] } }')],
    bad: [
      [schemas('{ a: { type: string, maxLenght: 3 } }'), '/components/schemas/Thing/properties/a/maxLenght'],
      [schemas("{ a: { type: string, id: 'a' } }"), '/components/schemas/Thing/properties/a/id'],
    ],
  },
  'no-constraint-beside-ref': {
    good: [schemas('{ a: { type: string }, b: { $ref: "#/components/schemas/Thing/properties/a", description: D } }')],
    bad: [
      [
        schemas('{ a: { type: string }, b: { $ref: "#/components/schemas/Thing/properties/a", maxLength: 3 } }'),
        '/components/schemas/Thing/properties/b/maxLength',
      ],
    ],
  },
  'invariant-is-sound': {
    good: [
      governed('[{ id: a-below-b, check: a <= b, when: b > 0 }, { id: sums, check: "a == sum(list[].n)", at: a }]'),
      schemas('{ a: { type: number } }'),
      `{ components: { schemas: { Thing: { patternProperties: { ^n_: {} }, then: { properties: { b: { prefixItems: [{ properties: { c: {} } }] } } }, x-invariants: [{ id: n, check: "n_a == sum(b[].c)" }] } } } }`,
    ],
    bad: [
      [governed('{ check: a }'), '/components/schemas/Thing/x-invariants'],
      [governed('[{ id: A, check: a <= b }]'), '/components/schemas/Thing/x-invariants/0/id'],
      [governed('[{ id: a, check: a <= }]'), '/components/schemas/Thing/x-invariants/0/check'],
      [governed('[{ id: a, check: a <= b, when: b = 1 }]'), '/components/schemas/Thing/x-invariants/0/when'],
      [governed('[{ id: a, check: a <= c }]'), '/components/schemas/Thing/x-invariants'],
      [governed('[{ id: a, check: "a == sum(list[].m)" }]'), '/components/schemas/Thing/x-invariants'],
      [governed('[{ id: a, check: a > 0, at: c }]'), '/components/schemas/Thing/x-invariants'],
      [governed('[{ id: a, check: a > 0 }, { id: a, check: b > 0 }]'), '/components/schemas/Thing/x-invariants'],
    ],
  },
  'enum-member-has-label': {
    good: [
      schemas('{ a: { enum: [x, null], x-enumDescriptions: { x: X marks the spot } }, b: { type: string } }'),
      schemas('{ a: { x-extensible-enum: [0], x-enumDescriptions: { "0": Nothing } } }'),
    ],
    bad: [
      [schemas('{ a: { enum: [x, y], x-enumDescriptions: { x: X } } }'), '/components/schemas/Thing/properties/a/enum'],
      [schemas('{ a: { x-extensible-enum: [x] } }'), '/components/schemas/Thing/properties/a/x-extensible-enum'],
    ],
  },
  'description-is-no-placeholder': {
    good: [schemas('{ pg_tid: { description: Number at the gateway. }, a: { description: None of these. } }')],
    bad: [
      [schemas('{ pg_tid: { description: PG TID } }'), '/components/schemas/Thing/properties/pg_tid/description'],
      [schemas('{ a: { description: string } }'), '/components/schemas/Thing/properties/a/description'],
      [schemas('{ a: { description: "TODO: say it" } }'), '/components/schemas/Thing/properties/a/description'],
      [schemas('{ a: { description: "-" } }'), '/components/schemas/Thing/properties/a/description'],
    ],
  },
  'property-is-described': {
    good: [schemas('{ a: { description: First. }, b: { $ref: "#/components/schemas/Thing/properties/a" } }')],
    bad: [[schemas('{ a: { type: string } }'), '/components/schemas/Thing/properties/a']],
  },
  'sensitive-has-mark': {
    good: [
      schemas(
        '{ buyer_tel: { type: string, x-sensitive: phone }, send_email: { type: boolean }, name: { type: string } }',
      ),
    ],
    bad: [
      [schemas('{ buyer_tel: { type: string } }'), '/components/schemas/Thing/properties/buyer_tel'],
      [schemas('{ access_token: { type: string } }'), '/components/schemas/Thing/properties/access_token'],
      [schemas('{ card_number: { type: string } }'), '/components/schemas/Thing/properties/card_number'],
    ],
  },
  'enum-has-members': {
    good: [schemas('{ a: { enum: [x] }, b: {} }')],
    bad: [[schemas('{ a: { enum: [] } }'), '/components/schemas/Thing/properties/a/enum']],
  },
  'no-dynamic-reference': {
    good: [schemas("{ a: { $ref: '#/components/schemas/Thing' } }")],
    bad: [[schemas("{ a: { $dynamicRef: '#node' } }"), '/components/schemas/Thing/properties/a/$dynamicRef']],
  },
  'parameter-style-fits': {
    good: [
      getWith(
        '[{ name: a, in: query, style: deepObject, schema: { type: object } }, { name: b, in: header, schema: { type: array } }]',
      ),
      getWith('[{ name: a, in: query, style: pipeDelimited, explode: false, schema: { type: [array, string] } }]'),
    ],
    bad: [
      [getWith('[{ name: a, in: query, style: matrix, schema: {} }]'), '/paths/~1a/get/parameters/0/style'],
      [getWith('[{ name: a, in: cookie, style: simple, schema: {} }]'), '/paths/~1a/get/parameters/0/style'],
      [
        getWith('[{ name: a, in: query, style: pipeDelimited, explode: true, schema: { type: array } }]'),
        '/paths/~1a/get/parameters/0/explode',
      ],
      [
        getWith('[{ name: a, in: query, style: deepObject, explode: false, schema: { type: object } }]'),
        '/paths/~1a/get/parameters/0/explode',
      ],
      [
        getWith('[{ name: a, in: query, style: deepObject, schema: { type: array } }]'),
        '/paths/~1a/get/parameters/0/style',
      ],
      [
        getWith('[{ name: a, in: query, style: spaceDelimited, schema: { type: string } }]'),
        '/paths/~1a/get/parameters/0/style',
      ],
    ],
  },
  'pattern-compiles': {
    good: [schemas("{ a: { pattern: '^[가-힣]+$' }, b: { pattern: '^[\\w-.]\\-$' } }")],
    bad: [
      [schemas("{ a: { pattern: '(' } }"), '/components/schemas/Thing/properties/a/pattern'],
      [schemas("{ a: { pattern: '(?i)a' } }"), '/components/schemas/Thing/properties/a/pattern'],
      [
        schemas("{ a: { patternProperties: { '[': {} } } }"),
        '/components/schemas/Thing/properties/a/patternProperties/[',
      ],
    ],
  },
  'reference-is-pointer': {
    good: [schemas("{ a: { $ref: '#/components/schemas/Thing' } }")],
    bad: [
      [schemas("{ a: { $ref: '#here' }, b: { $anchor: here } }"), '/components/schemas/Thing/properties/a/$ref'],
      [schemas("{ a: { $ref: '#' } }"), '/components/schemas/Thing/properties/a/$ref'],
    ],
  },
  'resource-method-unique': {
    good: [
      paths(`{ /a: { get: ${operation('getA')}, post: ${operation('postA')} }, /b: { get: ${operation('getB')} } }`),
    ],
    bad: [[paths(`{ /a: { get: ${operation('get-a')} }, /b: { get: ${operation('get_a')} } }`), '/paths/~1b/get']],
  },
  'schema-is-more-than-itself': {
    good: [schemas("{ a: { anyOf: [{ $ref: '#/components/schemas/Thing' }, { type: 'null' }] } }")],
    bad: [
      [
        "{ components: { schemas: { Tree: { anyOf: [{ $ref: '#/components/schemas/Tree' }, { type: string }] } } } }",
        '/components/schemas/Tree',
      ],
      ["{ components: { schemas: { A: { not: { $ref: '#/components/schemas/A' } } } } }", '/components/schemas/A'],
    ],
  },
  'pattern-is-linear': {
    good: [
      schemas("{ a: { pattern: '^imp[a-z+*]+$' }, b: { pattern: '^[A-Z]{3}$' }, c: { pattern: '^(?!customers$)' } }"),
    ],
    bad: [
      [schemas("{ a: { pattern: '^(a+)+$' } }"), '/components/schemas/Thing/properties/a/pattern'],
      [
        schemas("{ a: { type: object, patternProperties: { '^x-': {}, '(a+)+$': {} } } }"),
        '/components/schemas/Thing/properties/a/patternProperties/(a+)+$',
      ],
      [schemas("{ a: { pattern: '^a*a*$' } }"), '/components/schemas/Thing/properties/a/pattern'],
      [schemas("{ a: { pattern: 'a+b' } }"), '/components/schemas/Thing/properties/a/pattern'],
      [schemas("{ a: { pattern: '^(a|a)*$' } }"), '/components/schemas/Thing/properties/a/pattern'],
      [
        schemas(`{ a: { pattern: '^${'a?'.repeat(30)}${'a'.repeat(30)}$' } }`),
        '/components/schemas/Thing/properties/a/pattern',
      ],
      [schemas("{ a: { pattern: '^a{0,99}a{0,99}a{0,99}b$' } }"), '/components/schemas/Thing/properties/a/pattern'],
      [schemas("{ a: { pattern: '^(a{1,9}){1,9}$' } }"), '/components/schemas/Thing/properties/a/pattern'],
    ],
  },
};
