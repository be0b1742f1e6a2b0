// Documents that do not follow their schema, and everything that has to be said of each.

import type { Schema } from '../../scripts/json/schema.js';

/** Any text. */
export const string: Schema = { type: 'string' };
/** An object with these properties. */
export const object = (properties: Record<string, Schema>, rest: Schema = {}): Schema => ({
  type: 'object',
  properties,
  ...rest,
});

/** A payment, closed. */
export const payment = object(
  {
    imp_uid: string,
    amount: { type: 'number' },
    status: { type: 'string', enum: ['ready', 'paid', 'cancelled', 'failed'] },
    card_number: { type: ['string', 'null'], 'x-sensitive': 'card-number' },
  },
  { required: ['imp_uid', 'amount', 'status'], additionalProperties: false },
);

const cat = object({ kind: { const: 'cat' }, lives: { type: 'integer' } }, { required: ['kind', 'lives'] });
const dog = object({ kind: { const: 'dog' }, tricks: { type: 'array', items: string } }, { required: ['kind'] });

/** Each finding in a line: where, how bad, which, and what it says. */
export const CASES: readonly [title: string, schema: Schema, text: string, findings: readonly string[]][] = [
  ['a valid document', payment, '{"imp_uid":"a","amount":1,"status":"paid"}', []],
  [
    'a misspelt required property as one fault',
    payment,
    '{\n "imp_uid": "a", "amount": 1,\n "stats": "paid"\n}',
    ['3:2 /stats error fixture/misspelt-key stats is not a property of the document; did you mean "status"?'],
  ],
  [
    'two misspelt properties, each with its own suggestion',
    payment,
    '{"impuid": "a", "amonut": 1, "status": "paid"}',
    [
      '1:2 /impuid error fixture/misspelt-key impuid is not a property of the document; did you mean "imp_uid"?',
      '1:17 /amonut error fixture/misspelt-key amonut is not a property of the document; did you mean "amount"?',
    ],
  ],
  [
    'an unknown property that resembles nothing, and a missing one',
    payment,
    '{"imp_uid": "a", "amount": 1, "zzz": "paid"}',
    [
      '1:1  error fixture/required the document must have status',
      '1:31 /zzz error fixture/additional-properties zzz is not a property of the document',
    ],
  ],
  [
    'all types of a union together, when the value is of none',
    { anyOf: [string, { type: 'array', items: string }, { type: 'null' }] },
    '5',
    ['1:1  error fixture/type the document must be a string or an array or null, not a number'],
  ],
  [
    'the alternative of the same type',
    { anyOf: [string, { type: 'array', items: string }] },
    '["a", 5]',
    ['1:7 /1 error fixture/type [1] must be a string, not a number'],
  ],
  [
    'the alternative that a constant tells',
    { oneOf: [cat, dog] },
    '{"kind": "cat", "tricks": []}',
    [
      '1:1  error fixture/required the document must have lives',
      '1:17 /tricks warning fixture/unknown-property tricks is not a known property of the document',
    ],
  ],
  [
    'a constant that tells nothing',
    { oneOf: [cat, dog] },
    '{"kind": "cow"}',
    ['1:10 /kind error fixture/enum kind must be one of cat, dog'],
  ],
  [
    'a constant misspelt, and what is wrong with the alternative it means',
    { oneOf: [cat, dog] },
    '{"kind": "catt", "lives": "nine"}',
    [
      '1:10 /kind error fixture/enum kind must be one of cat, dog; did you mean "cat"?',
      '1:27 /lives error fixture/type lives must be an integer, not a string',
    ],
  ],
  [
    'the alternative that a discriminator names',
    {
      oneOf: [{ $ref: '#/$defs/A' }, { $ref: '#/$defs/B' }],
      discriminator: { propertyName: 'kind', mapping: { b: '#/components/schemas/B' } },
      $defs: {
        A: object({ kind: string }, { required: ['x'] }),
        B: object({ kind: string }, { required: ['y', 'z'] }),
      },
    },
    '{"kind": "b"}',
    ['1:1  error fixture/required the document must have y', '1:1  error fixture/required the document must have z'],
  ],
  [
    'the alternative with which most of the document is right',
    {
      anyOf: [
        object({ code: { const: 0 }, response: object({ a: string, b: string }) }, { required: ['code', 'response'] }),
        object({ code: { type: 'integer', not: { const: 0 } }, response: { type: 'null' } }, { required: ['code'] }),
      ],
    },
    '{"code": 7, "response": {"a": "x", "b": "y"}}',
    ['1:10 /code error fixture/const code must be 0'],
  ],
  [
    'a list of constants as one list',
    { anyOf: [{ const: 'a' }, { const: 'b' }] },
    '"c"',
    ['1:1  error fixture/enum the document must be one of a, b; did you mean "a"?'],
  ],
  [
    'a group of which one property is needed',
    object(
      { imp_uid: string, merchant_uid: string },
      { anyOf: [{ required: ['imp_uid'] }, { required: ['merchant_uid'] }] },
    ),
    '{}',
    ['1:1  error fixture/any-of the document must have imp_uid or merchant_uid'],
  ],
  [
    'a misspelt property of such a group',
    object(
      { imp_uid: string, merchant_uid: string },
      { anyOf: [{ required: ['imp_uid'] }, { required: ['merchant_uid'] }] },
    ),
    '{"merchantuid": "a"}',
    [
      '1:2 /merchantuid error fixture/misspelt-key merchantuid is not a property of the document; did you mean "merchant_uid"?',
    ],
  ],
  [
    'several alternatives that fit',
    { oneOf: [{ type: 'integer' }, { minimum: 3 }] },
    '5',
    ['1:1  error fixture/one-of the document matches 2 alternatives where only one is allowed'],
  ],
  [
    'what `if` leads to',
    { if: { type: 'string' }, then: { minLength: 3 }, else: { minimum: 3 } },
    '1',
    ['1:1  error fixture/range the document must be at least 3'],
  ],
  ['what is ruled out', { not: { const: 0 } }, '0', ['1:1  error fixture/not the document must not be 0']],
  [
    'what is not allowed at all',
    object({ a: false as unknown as Schema }),
    '{"a": 1}',
    ['1:2 /a error fixture/additional-properties a is not a property of the document'],
  ],
  [
    'a text that is too long, in letters',
    { type: 'string', maxLength: 2 },
    '"가나다"',
    ['1:1  error fixture/max-length the document must have at most 2 characters, not 3'],
  ],
  ['a form', { type: 'string', pattern: '^a' }, '"b"', ['1:1  error fixture/pattern the document must match ^a']],
  [
    'a step',
    { type: 'number', multipleOf: 10 },
    '5',
    ['1:1  error fixture/multiple-of the document must be a multiple of 10'],
  ],
  [
    'too few items',
    { type: 'array', minItems: 2 },
    '[1]',
    ['1:1  error fixture/item-count the document must have at least 2 items'],
  ],
  [
    'repeated items, at the second',
    { type: 'array', uniqueItems: true },
    '[{"a":1,"b":2}, {"b":2,"a":1}]',
    ['1:17 /1 error fixture/unique-items [1] is a duplicate of item 0'],
  ],
  [
    'an item that is needed',
    { type: 'array', contains: string },
    '[1]',
    ['1:1  error fixture/contains the document has too few or too many items matching "contains"'],
  ],
  [
    'items by their place',
    { type: 'array', prefixItems: [string, { type: 'number' }] },
    '["a", "b"]',
    ['1:7 /1 error fixture/type [1] must be a number, not a string'],
  ],
  [
    'names',
    { type: 'object', propertyNames: { pattern: '^a' } },
    '{"b": 1}',
    ['1:2 /b error fixture/property-name the document does not allow a property named b'],
  ],
  [
    'too many properties',
    { type: 'object', maxProperties: 1 },
    '{"a": 1, "b": 2}',
    ['1:1  error fixture/property-count the document must have at most 1 properties'],
  ],
  [
    'what a property brings with it',
    { type: 'object', dependentRequired: { a: ['b'] } },
    '{"a": 1}',
    ['1:1  error fixture/required the document must have b'],
  ],
  [
    'properties by their pattern',
    { type: 'object', patternProperties: { '^n_': { type: 'number' } } },
    '{"n_a": "x"}',
    ['1:9 /n_a error fixture/type n_a must be a number, not a string'],
  ],
  [
    'what only the validator understands',
    { type: 'object', unevaluatedProperties: false },
    '{"a": 1}',
    ['1:2 /a error fixture/additional-properties a is not a property of the document'],
  ],
  [
    'a fraction where an integer belongs',
    { type: 'integer' },
    '1.5',
    ['1:1  error fixture/type the document must be an integer, not a number with a fraction'],
  ],
  [
    'keys that need escaping',
    object({ 'a/b~c': string }),
    '{"a/b~c": 1}',
    ['1:11 /a~1b~0c error fixture/type a/b~c must be a string, not a number'],
  ],
  [
    'a schema that refers to itself',
    object({ child: { $ref: '#' }, n: { type: 'number' } }),
    '{"child": {"child": {"n": "x"}}}',
    ['1:27 /child/child/n error fixture/type n must be a number, not a string'],
  ],
];
