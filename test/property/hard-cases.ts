import { number, object, other, ref, text, type HardCase } from './hard-case.js';

/** Schemas that generators get wrong. The samples differ in type, presence and listed values only. */
export const HARD_CASES: Readonly<Record<string, HardCase>> = {
  Other: {
    schema: object({ x: text, y: { type: 'number' } }, ['x']),
    valid: [{ x: 'a' }],
    invalid: [{}, { x: 1 }, null],
  },
  OneRequired: {
    schema: { ...object({ a: text, b: text }), anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    valid: [{ a: 'x' }, { b: 'x' }, { a: 'x', b: 'y' }],
    invalid: [{}, { a: 1 }, { b: null }],
  },
  ReferenceBesideRequired: {
    schema: { ...other, required: ['y'] },
    valid: [{ x: 'a', y: 1 }],
    invalid: [{ x: 'a' }, { y: 1 }],
  },
  AllOfBesideRequired: {
    schema: { allOf: [other], required: ['y'] },
    valid: [{ x: 'a', y: 1 }],
    invalid: [{ x: 'a' }],
  },
  AllOfWithRequired: {
    schema: { allOf: [other, { required: ['y'] }] },
    valid: [{ x: 'a', y: 1 }],
    invalid: [{ x: 'a' }],
  },
  ConstNull: { schema: object({ a: { const: null } }, ['a']), valid: [{ a: null }], invalid: [{ a: 0 }, {}] },
  ConstText: { schema: object({ a: { const: "it's" } }, ['a']), valid: [{ a: "it's" }], invalid: [{ a: 'its' }] },
  Tuple: {
    schema: { type: 'array', prefixItems: [text, { type: 'number' }], items: false, minItems: 2 },
    valid: [['a', 1]],
    invalid: [
      [1, 'a'],
      ['a', 1, 2],
    ],
  },
  NullableEnum: {
    schema: object({ a: { type: ['string', 'null'], enum: ['p', 'q', null] } }, ['a']),
    valid: [{ a: 'p' }, { a: null }],
    invalid: [{ a: 'r' }, { a: 1 }],
  },
  OpenEnum: {
    schema: object({ a: { type: 'string', 'x-extensible-enum': ['p'] } }, ['a']),
    valid: [{ a: 'p' }, { a: 'new' }],
    invalid: [{ a: 1 }, { a: null }],
  },
  NumberEnum: {
    schema: object({ a: { type: 'integer', enum: [0, 1] } }, ['a']),
    valid: [{ a: 0 }],
    invalid: [{ a: 2 }, { a: '0' }],
  },
  DefaultInRequest: {
    schema: object({ a: { type: 'string', default: 'x' } }),
    valid: [{}, { a: 'y' }],
    invalid: [{ a: 1 }],
  },
  NullableReference: {
    schema: object({ a: { anyOf: [other, { type: 'null' }] } }, ['a']),
    valid: [{ a: null }, { a: { x: 'b' } }],
    invalid: [{ a: {} }, { a: 1 }],
  },
  Discriminated: {
    schema: {
      oneOf: [
        object({ kind: { const: 'card' }, number: text }, ['kind', 'number']),
        object({ kind: { const: 'cash' } }, ['kind']),
      ],
    },
    valid: [{ kind: 'card', number: '1' }, { kind: 'cash' }],
    invalid: [{ kind: 'card' }, { kind: 'coin' }, {}],
  },
  Recursive: {
    schema: object({ next: { anyOf: [{ $ref: '#/components/schemas/Recursive' }, { type: 'null' }] } }, ['next']),
    valid: [{ next: null }, { next: { next: null } }],
    invalid: [{ next: {} }, { next: { next: 1 } }],
  },
  카드: { schema: object({ 번호: text }, ['번호']), valid: [{ 번호: '1' }], invalid: [{}, { 번호: 1 }] },
  ReadWrite: {
    schema: object({ id: { type: 'string', readOnly: true }, secret: { type: 'string', writeOnly: true } }, ['id']),
    valid: [{ id: 'a' }],
    invalid: [{ id: 1 }, {}],
  },
  ListOrNull: { schema: { type: ['array', 'null'], items: text }, valid: [null, ['a']], invalid: [['a', 1], 'a'] },
  Loose: { schema: { type: 'object' }, valid: [{}, { a: 1 }], invalid: [1, null] },

  // Typed extras.
  Numbers: {
    schema: { type: 'object', additionalProperties: number },
    valid: [{}, { a: 1 }],
    invalid: [{ a: 'x' }, 1],
  },
  ByReference: {
    schema: { type: 'object', additionalProperties: other },
    valid: [{ a: { x: 'b' } }],
    invalid: [{ a: {} }, { a: null }],
  },
  MapOfMaps: {
    schema: {
      type: 'object',
      additionalProperties: { type: 'object', additionalProperties: { type: ['string', 'null'] } },
    },
    valid: [{ a: { b: null } }],
    invalid: [{ a: { b: 1 } }, { a: 'x' }],
  },
  ExtrasLikeTheDeclared: {
    schema: { ...object({ a: text }, ['a']), additionalProperties: text },
    valid: [{ a: 'x', b: 'y' }],
    invalid: [{ b: 'y' }, { a: 1 }],
  },
  ByPattern: {
    schema: { type: 'object', patternProperties: { '^x-': number }, additionalProperties: false },
    valid: [{ 'x-a': 1 }],
    invalid: [{ 'x-a': 'b' }],
  },

  // Discriminators.
  Cat: {
    schema: { ...object({ kind: { const: 'cat' }, lives: number }, ['kind', 'lives']) },
    valid: [{ kind: 'cat', lives: 9 }],
    invalid: [{ kind: 'dog', lives: 9 }],
  },
  Dog: {
    schema: { ...object({ kind: { type: 'string', enum: ['dog', 'hound'] }, good: { type: 'boolean' } }, ['kind']) },
    valid: [{ kind: 'dog' }, { kind: 'hound', good: true }],
    invalid: [{ kind: 'cat' }],
  },
  Fish: {
    schema: object({ kind: { const: 'fish' }, deep: number }, ['kind']),
    valid: [{ kind: 'fish' }],
    invalid: [{}],
  },
  Mapped: {
    schema: {
      oneOf: [ref('Cat'), ref('Dog')],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', dog: 'Dog', hound: 'Dog' } },
    },
    valid: [{ kind: 'cat', lives: 1 }, { kind: 'hound' }],
    invalid: [{ kind: 'cat' }, { kind: 'fish' }, { lives: 1 }],
  },
  SeveralLevels: {
    schema: { oneOf: [ref('Mapped'), ref('Fish')], discriminator: { propertyName: 'kind' } },
    valid: [{ kind: 'cat', lives: 1 }, { kind: 'dog' }, { kind: 'fish', deep: 2 }],
    invalid: [{ kind: 'cat' }, { kind: 'fish', deep: 'x' }, { kind: 'bird' }],
  },
  ManyKinds: {
    schema: { anyOf: [ref('Cat'), ref('Dog'), ref('Fish'), { type: 'null' }], discriminator: { propertyName: 'kind' } },
    valid: [null, { kind: 'fish' }],
    invalid: [{ kind: 'bird' }, 'cat'],
  },
  Vehicle: {
    schema: {
      ...object({ kind: text, wheels: number }, ['kind']),
      discriminator: { propertyName: 'kind', mapping: { car: 'Car' } },
    },
    // The property chooses the member, so only members that the document knows are valid.
    valid: [{ kind: 'car', doors: 3 }],
    invalid: [{ kind: 'x' }, { wheels: 4 }],
  },
  Car: {
    schema: { allOf: [ref('Vehicle'), object({ doors: number }, ['doors'])] },
    valid: [{ kind: 'car', doors: 3 }],
    invalid: [{ kind: 'car' }, { doors: 3 }],
  },
  SportsCar: {
    schema: { allOf: [ref('Car')], required: ['wheels'] },
    valid: [{ kind: 'car', doors: 3, wheels: 4 }],
    invalid: [
      { kind: 'car', doors: 3 },
      { kind: 'car', wheels: 4 },
    ],
  },

  // Tuples.
  OpenTuple: {
    schema: { type: 'array', prefixItems: [text, number] },
    valid: [[], ['a'], ['a', 1, null]],
    invalid: [[1], ['a', 'b']],
  },
  ClosedTuple: {
    schema: { type: 'array', prefixItems: [text, number], items: false },
    valid: [[], ['a'], ['a', 1]],
    invalid: [['a', 1, 2], [1]],
  },
  TupleWithRest: {
    schema: { type: 'array', prefixItems: [text, other], items: { type: 'boolean' }, minItems: 1 },
    valid: [['a'], ['a', { x: 'b' }], ['a', { x: 'b' }, true, false]],
    invalid: [[], ['a', {}], ['a', { x: 'b' }, 1]],
  },
  BoundedTuple: {
    schema: { type: ['array', 'null'], prefixItems: [text, text], minItems: 2, maxItems: 2 },
    valid: [null, ['a', 'b']],
    invalid: [['a'], ['a', 'b', 'c']],
  },
  TupleTree: {
    schema: { type: 'array', prefixItems: [text, ref('TupleTree')], items: false, minItems: 1 },
    valid: [['a'], ['a', ['b']], ['a', ['b', ['c']]]],
    invalid: [[], ['a', []], ['a', 'b']],
  },
  ListOfLists: {
    schema: { type: 'array', items: { allOf: [{ type: 'array', items: text }] } },
    valid: [[['a']], []],
    invalid: [['a'], [[1]]],
  },
  ListOfTuples: {
    schema: { type: 'array', items: { type: 'array', prefixItems: [text], items: false, minItems: 1 } },
    valid: [[['a'], ['b']]],
    invalid: [['a'], [[]]],
  },
};
