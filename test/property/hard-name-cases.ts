import { number, object, other, ref, text, type HardCase } from './hard-case.js';

/** More schemas that generators get wrong: names, recursion, alternatives and listed values. They refer to those of `HARD_CASES`. */
export const HARD_NAME_CASES: Readonly<Record<string, HardCase>> = {
  // Names.
  Json: {
    schema: {
      anyOf: [
        text,
        number,
        { type: 'null' },
        { type: 'array', items: ref('Json') },
        { type: 'object', additionalProperties: ref('Json') },
      ],
    },
    valid: [null, [1, ['a', { b: [] }]]],
    invalid: [true, [true], { a: [false] }],
  },
  Ping: {
    schema: object({ pong: ref('Pong') }),
    valid: [{}, { pong: { ping: {} } }],
    invalid: [{ pong: {} }, { pong: { ping: 1 } }],
  },
  Pong: { schema: object({ ping: ref('Ping') }, ['ping']), valid: [{ ping: {} }], invalid: [{}] },
  Deep: {
    schema: object({ parts: { type: 'object', additionalProperties: { type: 'array', items: ref('Deep') } } }),
    valid: [{ parts: { a: [{ parts: {} }] } }],
    invalid: [{ parts: { a: {} } }, { parts: { a: [1] } }],
  },
  '결제-수단': {
    schema: object({ 종류: { type: 'string', enum: ['카드', '계좌'] }, '카드 번호': text, ß: { const: 'é' } }, [
      '종류',
    ]),
    valid: [
      { 종류: '카드', '카드 번호': '1' },
      { 종류: '계좌', ß: 'é' },
    ],
    invalid: [{ 종류: '현금' }, { '카드 번호': '1' }, { 종류: '카드', ß: 'e' }],
  },
  Strange: {
    schema: object({ 'a-b': text, '': number, '1': text, "it's": text, constructor: text }, ['a-b', '', 'constructor']),
    valid: [{ 'a-b': 'x', '': 1, constructor: 'y' }],
    invalid: [
      { 'a-b': 'x', '': 1 },
      { 'a-b': 'x', constructor: 'y' },
      { 'a-b': 'x', '': '1', constructor: 'y' },
    ],
  },

  // Alternatives, parts and values.
  TextOrNumber: { schema: { type: ['string', 'number'] }, valid: ['a', 1], invalid: [null, true] },
  OneOfPrimitives: { schema: { oneOf: [text, number, { type: 'null' }] }, valid: ['a', 1, null], invalid: [true, {}] },
  MixedEnum: { schema: { enum: ['a', 1, true, null] }, valid: ['a', 1, true, null], invalid: ['b', 2, false] },
  BooleanEnum: { schema: { type: 'boolean', enum: [true] }, valid: [true], invalid: [false, 'true'] },
  Constants: {
    schema: object({ a: { const: 1 }, b: { const: false } }, ['a', 'b']),
    valid: [{ a: 1, b: false }],
    invalid: [
      { a: 2, b: false },
      { a: 1, b: true },
    ],
  },
  NullableNumberEnum: {
    schema: { type: ['integer', 'null'], enum: [1, 2, null] },
    valid: [1, null],
    invalid: [3, '1'],
  },
  TwoParts: {
    schema: { allOf: [object({ a: text }, ['a']), object({ b: number }, ['b'])] },
    valid: [{ a: 'x', b: 1 }],
    invalid: [{ a: 'x' }, { b: 1 }],
  },
  PartsBesideProperties: {
    schema: { ...object({ b: number }, ['b', 'x']), allOf: [other] },
    valid: [{ x: 'a', b: 1 }],
    invalid: [{ x: 'a' }, { b: 1 }],
  },
  PartThatMayBeNull: {
    schema: { allOf: [ref('Nullable')], required: ['x'], type: 'object' },
    valid: [{ x: 'a' }],
    invalid: [{}, null],
  },
  Nullable: {
    schema: { type: ['object', 'null'], properties: { x: text } },
    valid: [null, {}],
    invalid: [{ x: 1 }, 1],
  },
  RequiredNowhereDeclared: { schema: object({ a: text }, ['b']), valid: [{ b: 1 }], invalid: [{ a: 'x' }] },
  Closed: {
    schema: { ...object({ a: text }), additionalProperties: false },
    valid: [{}, { a: 'x' }],
    invalid: [{ a: 'x', b: 1 }],
  },
  Anything: { schema: {}, valid: [null, 1, {}], invalid: [] },
  Never: {
    schema: object({ a: false as unknown as HardCase['schema'] }),
    valid: [{}],
    invalid: [{ a: 1 }, { a: null }],
  },
  PartlyNullable: {
    schema: object({
      a: { oneOf: [ref('Cat'), ref('Dog'), { type: 'null' }] },
      b: { anyOf: [{ type: 'array', items: other }, { type: 'null' }] },
    }),
    valid: [
      { a: null, b: null },
      { a: { kind: 'dog' }, b: [{ x: 'a' }] },
    ],
    invalid: [{ a: {} }, { b: [null] }],
  },
};
