import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import type * as Shape from '../../scripts/evaluate/shape.js';
import { mistakesIn } from '../../scripts/evaluate/shape.js';
import { isObject, type Schema } from '../../scripts/json/schema.js';
import { openGeneratedFolder } from '../../scripts/validate/generated-folder.js';
import { createRecogniser, createRecogniserOf } from '../../scripts/validate/recognise.js';
import { createSignatures } from '../../scripts/validate/shape-signature.js';
import { REQUEST_CASES } from '../browser/request-cases.js';

// Counts how often a value is evaluated in full.
vi.mock('../../scripts/evaluate/shape.js', async (original) => {
  const module = await original<typeof Shape>();
  return { ...module, mistakesIn: vi.fn(module.mistakesIn) };
});

const FIXTURES = 'test/fixtures';

function fixtures(): unknown[] {
  return readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file): unknown => JSON.parse(readFileSync(path.join(FIXTURES, file), 'utf8')));
}

function readPayment(): { response: Record<string, unknown> } {
  const answer: unknown = JSON.parse(readFileSync(path.join(FIXTURES, 'PaymentResponse/001.json'), 'utf8'));
  if (!isObject(answer) || !isObject(answer.response)) throw new Error('The fixture has no payment.');
  return { response: answer.response };
}

/** A value with each of its top two levels of properties removed, emptied, and given another type, in turn. */
function variants(value: unknown): unknown[] {
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((name) => {
    const { [name]: part, ...rest } = value;
    const inner = isObject(part) ? Object.keys(part).slice(0, 3) : [];
    return [
      rest,
      { ...value, [name]: null },
      { ...value, [name]: typeof part === 'number' ? part + 1 : 'other' },
      ...inner.map((key) => ({ ...value, [name]: { ...(isObject(part) ? part : {}), [key]: null } })),
    ];
  });
}

describe('a schema recognised by the shape of a document', () => {
  it('may extend another', () => {
    const animal: Schema = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
    const barking: Schema = { type: 'object', required: ['barks'], properties: { barks: { type: 'boolean' } } };
    const schemas: Record<string, Schema> = {
      Animal: animal,
      Dog: { allOf: [{ $ref: '#/$defs/Animal' }, barking], $defs: { Animal: animal } },
      Cat: { ...animal, required: ['name', 'lives'], properties: { ...animal.properties, lives: { type: 'integer' } } },
    };
    const operations = { getDog: { responses: { 200: 'Dog' } }, getCat: { responses: { 200: 'Cat' } } };
    const recognise = createRecogniserOf({ operations, schemas: Object.keys(schemas) }, (name) => schemas[name] ?? {});
    expect(recognise({ name: 'Rex', barks: true })).toEqual(['Dog']);
    expect(recognise({ name: 'Tom', lives: 9 })).toEqual(['Cat']);
  });

  it('does not depend on the documents before it', () => {
    const folder = openGeneratedFolder('generated', '.');
    const values = fixtures().flatMap((value) => [value, ...variants(value)]);
    const [forwards, backwards] = [createRecogniser(folder), createRecogniser(folder)];
    const inOrder = values.map((value) => forwards(value));
    const reversed = values.toReversed().map((value) => backwards(value));
    expect(inOrder).toEqual(reversed.toReversed());
    expect(inOrder.filter(({ length }) => length === 1).length).toBeGreaterThan(values.length / 4);
  });
});

describe('a stream of payloads of which one in ten is wrong', () => {
  const { response } = readPayment();
  const payload = (index: number, slips: object = {}): unknown => ({
    code: 0,
    message: null,
    response: { ...response, imp_uid: `imp_${String(index)}`, ...slips },
  });
  const { amount, ...withoutAmount } = response;
  const wrong: readonly ((index: number) => unknown)[] = [
    (index) => payload(index, { amount: 'much' }),
    (index) => payload(index, { status: `payed${String(index % 2)}` }),
    (index) => payload(index, { cancel_history: {} }),
    (index) => ({ code: 0, message: null, response: { ...withoutAmount, imp_uid: `imp_${String(index)}` } }),
  ];

  it('is evaluated once for each kind of mistake, by the few schemas that come near', () => {
    expect(amount).toBeTypeOf('number');
    const recognise = createRecogniser(openGeneratedFolder('generated', '.'));
    const payloads = Array.from({ length: 1000 }, (_, index) =>
      index % 10 === 9 ? wrong[((index - 9) / 10) % wrong.length]?.(index) : payload(index),
    );
    recognise(payload(0));
    vi.mocked(mistakesIn).mockClear();
    for (const each of payloads) expect(recognise(each)).toEqual(['PaymentResult']);
    // Five kinds, because two texts where a state is expected are two.
    expect(vi.mocked(mistakesIn).mock.calls.length).toBeLessThanOrEqual(5 * 3);
  });
});

describe('requests of a page', () => {
  const recognise = createRecogniser(openGeneratedFolder('generated', '.'));
  const objects = REQUEST_CASES.filter(({ params }) => !Array.isArray(params));

  it.each(objects.filter(({ want }) => want !== 'wrong').map(({ title, schema, params }) => [title, schema, params]))(
    '%s is a %s',
    (_title, schema, params) => {
      expect(recognise(params)).toContain(schema);
    },
  );

  it('are told apart nearly always, mistakes included', () => {
    const exact = objects.filter(({ schema, params }) => recognise(params).join() === schema);
    expect(exact.length).toBeGreaterThanOrEqual(objects.length - 4);
  });

  it('are not the bodies of operations, nor what the server sends', () => {
    const examples = readdirSync('spec/examples', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file): unknown => JSON.parse(readFileSync(path.join('spec/examples', file), 'utf8')));
    const names = [...fixtures(), ...examples].flatMap((value) => recognise(value));
    expect(names.filter((name) => name.endsWith('Request'))).toEqual([]);
  });
});

describe('signatures', () => {
  const signatureOf = createSignatures([
    { properties: { kind: { enum: ['cat', 'dog'] }, tags: { items: { const: 7 } }, whole: { const: { a: ['x'] } } } },
    { properties: { memo: { type: ['string', 'null'] }, size: { type: ['string', 'integer'] } } },
    { properties: { memo: { type: ['null', 'string'] }, size: { type: ['string', 'null'] } } },
  ]);

  it.each([
    ['a text that is listed nowhere', { name: 'Tom' }, { name: 'Rex' }, true],
    ['a text that is listed', { kind: 'cat' }, { kind: 'dog' }, false],
    ['a text inside a value that is listed', { a: ['x'] }, { a: ['y'] }, false],
    ['a number that is listed', { tags: [7] }, { tags: [8] }, false],
    ['whole and other numbers', { n: 1 }, { n: 1.5 }, false],
    ['true and false, listed nowhere', { n: true }, { n: false }, true],
    ['a text and null where all schemas take both', { memo: 'hi' }, { memo: null }, true],
    ['the same in a list of values', [{ memo: 'hi' }, 'hi'], [{ memo: null }, null], false],
    ['a text and a number where all schemas take the text', { memo: 'hi' }, { memo: 1 }, false],
    ['a text and null where one schema takes no null', { size: 'hi' }, { size: null }, false],
    ['how many items of one shape there are', { list: [1, 2] }, { list: [1, 2, 3] }, true],
    ['items of other shapes', { list: [1, 'x'] }, { list: [1, 'x', 1] }, false],
    ['null and a text', { n: null }, { n: 'null' }, false],
    ['an object and an array', { n: {} }, { n: [] }, false],
    ['a name made of marks', { 'a1:b': {} }, { a: {}, b: {} }, false],
    ['a name that ends another', { ab: 'x1' }, { a: 'b' }, false],
  ])('tell apart: %s', (_title, one, other, isSame) => {
    expect(signatureOf(one) === signatureOf(other)).toBe(isSame);
  });

  it.each([
    ['how many items of one shape there are', { list: [1, 2] }, { list: [1, 2, 3] }, false],
    ['another text where texts are listed', { kind: 'cet' }, { kind: 'dok' }, false],
    ['another text elsewhere', { memo: 'cet' }, { memo: 'dok' }, true],
  ])('tell apart exactly: %s', (_title, one, other, isSame) => {
    expect(signatureOf(one, true) === signatureOf(other, true)).toBe(isSame);
    expect(signatureOf(one, true)).not.toBe(signatureOf(one));
  });

  it('are not made of large values', () => {
    expect(signatureOf({ list: Array.from({ length: 30_000 }, (_, index) => ({ [`k${index}`]: 1 })) })).toBeUndefined();
  });
});
