import { object, other, text, type HardCase } from './hard-case.js';

/** Hard cases in OpenAPI 3.0, which says some things otherwise. */
export const OLD_HARD_CASES: Readonly<Record<string, HardCase>> = {
  Other: { schema: object({ x: text }, ['x']), valid: [{ x: 'a' }], invalid: [{}] },
  NullableText: { schema: { type: 'string', nullable: true }, valid: [null, 'a'], invalid: [1] },
  NullableEnum: { schema: { type: 'string', enum: ['a'], nullable: true }, valid: [null, 'a'], invalid: ['b'] },
  NullableReference: {
    schema: object({ a: { allOf: [other], nullable: true } }, ['a']),
    valid: [{ a: null }, { a: { x: 'b' } }],
    invalid: [{ a: {} }, {}],
  },
  BesideReference: {
    schema: object({ a: { ...other, nullable: true } }),
    valid: [{ a: { x: 'b' } }],
    invalid: [{ a: null }],
  },
  NullableList: {
    schema: { type: 'array', nullable: true, items: { type: 'string', nullable: true } },
    valid: [null, ['a', null]],
    invalid: [[1], 'a'],
  },
  NullableMap: {
    schema: { type: 'object', additionalProperties: { type: 'number', nullable: true } },
    valid: [{ a: null, b: 1 }],
    invalid: [{ a: 'x' }, null],
  },
};

const account = {
  ...object({ id: { type: 'string', readOnly: true }, secret: { type: 'string', writeOnly: true }, name: text }, [
    'id',
    'name',
  ]),
  additionalProperties: false,
};
const content = { 'application/json': { schema: account } };

/** An operation whose request and answer have properties that go one way only. */
export const ONE_WAY_PATHS = {
  '/accounts': {
    post: {
      operationId: 'open',
      requestBody: { required: true, content },
      responses: { 200: { description: 'D', content } },
    },
  },
};

const ONE_WAY = {
  valid: [
    { id: '1', name: 'n' },
    { id: '1', secret: 's', name: 'n' },
  ],
  invalid: [{ id: 1, name: 'n' }, { id: '1' }, {}],
};

/** What is made of that operation. The marks say who writes a property; they are annotations, and refuse nothing. */
export const ONE_WAY_CASES: Readonly<Record<string, Omit<HardCase, 'schema'>>> = {
  OpenInput: ONE_WAY,
  OpenRequest: ONE_WAY,
  Open200Response: ONE_WAY,
};
