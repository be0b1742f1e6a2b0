import { operation, paths, post, type RuleCases } from './lint-documents.js';

const either = '{ anyOf: [{ type: object }, { properties: { code: { not: { const: 0 } } } }] }';

/** The rules about operations and what they carry. */
export const operationCases: Readonly<Record<string, RuleCases>> = {
  'operation-id-is-verb-first': {
    good: [paths(`{ /a: { get: ${operation('listThings')} } }`)],
    bad: ['things', 'thingList', 'List_things', 'get', 'GetThing'].map((name) => [
      paths(`{ /a: { get: ${operation(name)} } }`),
      '/paths/~1a/get/operationId',
    ]),
  },
  'write-has-read-back': {
    good: [
      paths(`{ /a: { get: ${operation('getA')} } }`),
      paths(`{ /a: { post: ${operation('readA', ', x-effect: none')} } }`),
      paths(`{ /a: { post: ${operation('makeA', ', x-effect: charge, x-read-back: { none: Nothing shows it. }')} } }`),
      paths(
        `{ /a: { get: ${operation('getA')}, post: ${operation(
          'makeA',
          `, x-effect: charge, x-read-back: { operation: getA, from: { id: $request.body#/id }, done: ['$response.body#/a - 1 == $request.body#/a ?? "b"', '$statusCode != 404'] }`,
        )} } }`,
      ),
    ],
    bad: [
      [paths(`{ /a: { post: ${operation('makeA')} } }`), '/paths/~1a/post'],
      [paths(`{ /a: { post: ${operation('makeA', ', x-effect: charge')} } }`), '/paths/~1a/post'],
      [
        paths(
          `{ /a: { post: ${operation('makeA', ', x-effect: charge, x-read-back: { operation: getA, from: {} }')} } }`,
        ),
        '/paths/~1a/post',
      ],
      [
        paths(
          `{ /a: { get: ${operation('getA')}, post: ${operation(
            'makeA',
            ", x-effect: charge, x-read-back: { operation: getA, from: {}, done: ['$response.body is fine'] }",
          )} } }`,
        ),
        '/paths/~1a/post',
      ],
    ],
  },
  'operation-takes-tier': {
    good: [
      paths(
        `{ /a: { get: ${operation('a', ', parameters: [{ name: Tier, in: header, schema: { type: string } }]')} } }`,
      ),
      `{ ${paths(`{ /a: { get: ${operation('a', ', parameters: [{ $ref: "#/components/parameters/T" }]')} } }`).slice(1, -1)}\ncomponents: { parameters: { T: { name: Tier, in: header, schema: { type: string } } } } }`,
    ],
    bad: [[paths(`{ /a: { get: ${operation('a')} } }`), '/paths/~1a/get/operationId']],
  },
  'operation-has-examples': {
    good: [post('{ examples: { one: { value: 1 } } }', '{ examples: { one: { value: 1 } } }')],
    bad: [
      [post('{}', '{ examples: { one: { value: 1 } } }'), '/paths/~1a/post/requestBody/content/application~1json'],
      [
        post('{ examples: { one: { value: 1 } } }', '{ schema: {} }'),
        '/paths/~1a/post/responses/200/content/application~1json',
      ],
    ],
  },
  'operation-has-both-failures': {
    good: [post('{}', `{ schema: ${either} }`).replace('responses: {', "responses: { '401': { description: No. },")],
    bad: [
      [post('{}', `{ schema: ${either} }`), '/paths/~1a/post/responses'],
      [
        post('{}', '{ schema: { type: object } }').replace('responses: {', "responses: { '401': { description: No. },"),
        '/paths/~1a/post/responses/200/content/application~1json',
      ],
    ],
  },
  'request-object-is-closed': {
    good: [
      post('{ schema: { additionalProperties: false, properties: { a: {} } } }', '{ schema: { properties: {} } }'),
    ],
    bad: [
      [post('{ schema: { properties: {} } }', '{}'), '/paths/~1a/post/requestBody/content/application~1json/schema'],
      [
        post('{ schema: { additionalProperties: false, properties: { a: { properties: {} } } } }', '{}'),
        '/paths/~1a/post/requestBody/content/application~1json/schema/properties/a',
      ],
    ],
  },
  'request-enum-is-closed': {
    good: [post('{ schema: { enum: [a] } }', '{ schema: { x-extensible-enum: [a] } }')],
    bad: [
      [
        post('{ schema: { x-extensible-enum: [a] } }', '{}'),
        '/paths/~1a/post/requestBody/content/application~1json/schema/x-extensible-enum',
      ],
    ],
  },
  'response-enum-is-open': {
    good: [post('{ schema: { enum: [a] } }', '{ schema: { anyOf: [{ enum: [a], x-closed-enum: A reason. }] } }')],
    bad: [
      [
        post('{}', '{ schema: { items: { enum: [a] } } }'),
        '/paths/~1a/post/responses/200/content/application~1json/schema/items/enum',
      ],
    ],
  },
  'code-table-has-source': {
    good: ["{ x-code-tables: { a: { title: T, source: S, date: '2026', codes: { '1': One } } } }", '{ paths: {} }'],
    bad: [
      ["{ x-code-tables: { a: { title: T, date: '2026', codes: { '1': One } } } }", '/x-code-tables/a'],
      ['{ x-code-tables: { a: One } }', '/x-code-tables/a'],
    ],
  },
};
