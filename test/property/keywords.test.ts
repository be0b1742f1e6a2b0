import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';

import { startValidators } from '../../scripts/generate/start-validators.js';
import { modelOf } from '../model-of.js';
import type { Schema } from '../../scripts/json/schema.js';
import { writeRunnable } from '../emitted-folder.js';

// Wherever a keyword of Ajv's is replaced by one of ours, both must say the same of every value. The long form
// (`npm run test:long`) asks a million times for each.
const RUNS = process.env.MODE === 'long' ? 1_000_000 : 20_000;

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const unit = fc.constantFrom('a', 'é', '가', '😀', '👨‍👩‍👧', '\ud83d', '\ude00');
const text = fc.array(unit, { maxLength: 14 }).map((units) => units.join(''));
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom(null, 0, -0, 1, 1.5, '', true, Number.MAX_SAFE_INTEGER),
);
const keys = fc.constantFrom('a', 'b', 'c', 'code', 'x', '__proto__', 'toString', '한글');
const record = fc.dictionary(keys, fc.oneof(anything, text), { maxKeys: 4, noNullPrototype: true });

/** An object of a kind, with a text of its own. The kind is inherited, as it is where people write discriminators. */
function told(name: string, kind: Schema): Schema {
  const inherited: Schema = { type: 'object', required: ['kind'] };
  return { allOf: [inherited, { properties: { kind, [name]: { type: 'string' } }, required: [name] }] };
}

const cases: [title: string, schema: Schema, values: fc.Arbitrary<unknown>][] = [
  ['maxLength', { type: 'string', maxLength: 5 }, fc.oneof(text, anything)],
  ['minLength', { type: 'string', minLength: 5 }, fc.oneof(text, anything)],
  ['minLength 1 and maxLength 1', { type: 'string', minLength: 1, maxLength: 1 }, fc.oneof(text, anything)],
  ['maxLength 0', { type: ['string', 'null'], maxLength: 0 }, fc.oneof(text, anything)],
  [
    'a closed object',
    { type: 'object', properties: { a: {}, b: {}, 한글: {} }, additionalProperties: false },
    fc.oneof(record, anything),
  ],
  ['a closed object without properties', { type: 'object', additionalProperties: false }, fc.oneof(record, anything)],
  [
    'one of these properties',
    { type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'] }], properties: { a: {} } },
    fc.oneof(record, anything),
  ],
  [
    'an object or null',
    { anyOf: [{ type: 'object', required: ['a'], properties: { a: { type: 'string' } } }, { type: 'null' }] },
    fc.oneof(record, anything),
  ],
  [
    'alternatives told apart by a constant',
    {
      anyOf: [
        {
          type: 'object',
          required: ['code', 'a'],
          properties: { code: { type: 'integer', const: 0 }, a: { type: 'string' } },
        },
        {
          type: 'object',
          required: ['code'],
          properties: { code: { type: 'integer', not: { const: 0 } }, a: { type: 'null' } },
        },
      ],
    },
    fc.oneof(
      record,
      fc.record({
        code: fc.oneof(fc.constantFrom(0, 1, -1, 1.5, '0', null), anything),
        a: fc.oneof(text, fc.constant(null)),
      }),
      anything,
    ),
  ],
  ...(['oneOf', 'anyOf'] as const).map((keyword): (typeof cases)[number] => [
    `any number of alternatives told apart by a property, ${keyword}`,
    { [keyword]: [told('a', { const: 'x' }), told('b', { enum: ['y', 1, '__proto__'] }), told('c', { const: true })] },
    fc.oneof(
      record,
      fc.record({
        kind: fc.oneof(fc.constantFrom('x', 'y', 1, '1', true, '__proto__', 'toString', null, undefined), anything),
        ...{ a: fc.oneof(text, anything), b: fc.oneof(text, anything), c: fc.oneof(text, anything) },
      }),
      anything,
    ),
  ]),
  [
    'alternatives that share a value of the property',
    { oneOf: [told('a', { enum: ['x', 'y'] }), told('b', { enum: ['y', 'z'] })] },
    fc.record({ kind: fc.constantFrom('x', 'y', 'z'), a: fc.oneof(text, anything), b: fc.oneof(text, anything) }),
  ],
  [
    'an enum beside its type',
    { type: ['string', 'null'], enum: ['a', 'b', null] },
    fc.oneof(unit, fc.constantFrom('b', null), anything),
  ],
  ['a constant beside its type', { type: 'integer', const: 0 }, fc.oneof(fc.constantFrom(0, 1, '0'), anything)],
];

it.each(cases)(
  '%s',
  async (title, schema, values) => {
    const ours = await ourValidator(title, schema);
    const ajvs = new Ajv2020({ strict: false }).compile(schema);
    const verdicts = { true: 0, false: 0 };
    fc.assert(
      fc.property(values, (value) => {
        const verdict = ajvs(value);
        verdicts[`${verdict}`] += 1;
        if (ours(value) !== verdict) expect(value).toBe(verdict ? 'accepted' : 'refused');
      }),
      { numRuns: RUNS },
    );
    // Both verdicts must have been put to the test.
    expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(RUNS / 500);
  },
  600_000,
);

async function ourValidator(title: string, schema: Schema): Promise<(value: unknown) => boolean> {
  const model = modelOf({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    components: { schemas: { Thing: schema } },
  });
  const out = path.join(folder, title.replace(/\W/g, '-'));
  writeRunnable(await startValidators(model)(), out);
  const url = pathToFileURL(path.join(out, 'validators/Thing.js')).href;
  return ((await import(url)) as { isThing: (value: unknown) => boolean }).isThing;
}
