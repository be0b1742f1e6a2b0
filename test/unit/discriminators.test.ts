import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

import { NO_CACHE } from '../../scripts/files/cache.js';
import { emitJsonSchemas } from '../../scripts/generate/emit/json-schemas.js';
import { emitModels } from '../../scripts/generate/emit/models.js';
import { prepareSchemas } from '../../scripts/generate/validators/prepare-schema.js';
import type { Schema } from '../../scripts/json/schema.js';
import { modelOf } from '../model-of.js';

const text = { type: 'string' };
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
});
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** What the JSON Schema of a name says of a value. */
function accepts(schemas: Record<string, Schema>, name: string, value: unknown): boolean {
  const model = modelOf({ openapi: '3.1.0', info: { title: 'T', version: '1' }, components: { schemas } });
  const file = emitJsonSchemas(model, { cache: NO_CACHE, isOwn: false }).find(
    ({ path }) => path === `schemas/${name}.json`,
  );
  return new Ajv2020({ strict: false }).validate(JSON.parse(file?.text ?? 'false') as object, value);
}

function models(schemas: Record<string, Schema>): string {
  const model = modelOf({ openapi: '3.1.0', info: { title: 'T', version: '1' }, components: { schemas } });
  return (emitModels(model)[0]?.text ?? '').replace(/\s+/g, ' ');
}

const PAYMENTS = {
  Payment: {
    oneOf: [ref('PaidPayment'), ref('ReadyPayment')],
    discriminator: {
      propertyName: 'status',
      mapping: { PAID: '#/components/schemas/PaidPayment', READY: 'ReadyPayment' },
    },
  },
  PaidPayment: object({ status: text, id: text, paidAt: text }),
  ReadyPayment: object({ status: text, id: text }),
};
const { mapping: _, ...implicit } = PAYMENTS.Payment.discriminator;
const IMPLICIT = { ...PAYMENTS, Payment: { ...PAYMENTS.Payment, discriminator: implicit } };
const COUNTED = {
  Event: {
    anyOf: [ref('One'), ref('Other')],
    discriminator: { propertyName: 'kind', mapping: { '1': 'One', '2': 'Other', '3': 'Other' } },
  },
  One: object({ kind: { type: 'integer' }, a: text }),
  Other: object({ kind: { type: 'integer' }, b: text }),
};
const LISTED = {
  Thing: { oneOf: [ref('First'), ref('Second')], discriminator: { propertyName: 'type' } },
  First: object({ type: { type: 'string', enum: ['first', '1st'] } }),
  Second: object({ type: { const: 'second' } }),
};
const PETS = {
  Owner: object({ pet: ref('Pet') }),
  Pet: {
    ...object({ petType: text, name: text }),
    discriminator: { propertyName: 'petType', mapping: { dog: 'Dog' } },
  },
  Cat: { allOf: [ref('Pet'), object({ lives: { type: 'integer' } })] },
  Dog: { allOf: [ref('Pet'), object({ bark: text })] },
  Lion: { allOf: [ref('Cat'), object({ mane: text })] },
};

describe('a union with a discriminator', () => {
  it.each<[string, Record<string, Schema>, string, unknown, boolean]>([
    ['a member by its mapped value', PAYMENTS, 'Payment', { status: 'PAID', id: 'a', paidAt: 'b' }, true],
    ['a member that has less than another', PAYMENTS, 'Payment', { status: 'READY', id: 'a' }, true],
    ['a member that looks like another', PAYMENTS, 'Payment', { status: 'READY', id: 'a', paidAt: 'b' }, true],
    ['a value without what its member requires', PAYMENTS, 'Payment', { status: 'PAID', id: 'a' }, false],
    ['an unknown value', PAYMENTS, 'Payment', { status: 'LOST', id: 'a', paidAt: 'b' }, false],
    ['no value', PAYMENTS, 'Payment', { id: 'a', paidAt: 'b' }, false],
    ['the name of a schema when nothing is mapped', IMPLICIT, 'Payment', { status: 'ReadyPayment', id: 'a' }, true],
    ['another value when nothing is mapped', IMPLICIT, 'Payment', { status: 'READY', id: 'a' }, false],
    ['a number', COUNTED, 'Event', { kind: 3, b: 'b' }, true],
    ['the text of a number', COUNTED, 'Event', { kind: '3', b: 'b' }, false],
    ['a number of the other', COUNTED, 'Event', { kind: 1, b: 'b' }, false],
    ['the values that a member lists itself', LISTED, 'Thing', { type: '1st' }, true],
    ['the name of a member that lists its values', LISTED, 'Thing', { type: 'First' }, false],
  ])('judges %s', (_title, schemas, name, value, want) => {
    expect(accepts(schemas, name, value)).toBe(want);
  });

  it('narrows by its property', () => {
    expect(models(PAYMENTS)).toContain(
      "export type Payment = PaidPayment & { status: 'PAID'; } | ReadyPayment & { status: 'READY'; };",
    );
  });

  it('becomes a look at the property, so that one member complains', () => {
    const model = modelOf({ openapi: '3.1.0', info: { title: 'T', version: '1' }, components: { schemas: PAYMENTS } });
    const { schemas } = prepareSchemas(Object.fromEntries(model.schemas.map(({ name, schema }) => [name, schema])));
    expect(schemas.Payment).toMatchObject({ switchBy: { property: 'status', values: [['PAID'], ['READY']] } });
  });
});

describe('a base schema with a discriminator', () => {
  it.each<[string, string, unknown, boolean]>([
    ['an heir by its name', 'Pet', { petType: 'Cat', name: 'a', lives: 9 }, true],
    ['an heir by its mapped value', 'Pet', { petType: 'dog', name: 'a', bark: 'b' }, true],
    ['an heir without what it requires', 'Pet', { petType: 'Cat', name: 'a' }, false],
    ['an heir of an heir', 'Pet', { petType: 'Lion', name: 'a', lives: 9, mane: 'm' }, true],
    ['an heir of an heir without what that requires', 'Pet', { petType: 'Lion', name: 'a', mane: 'm' }, false],
    ['an unknown value', 'Pet', { petType: 'Fish', name: 'a' }, false],
    ['a value inside another', 'Owner', { pet: { petType: 'Cat', name: 'a', lives: 9 } }, true],
    ['an heir by itself', 'Cat', { petType: 'Cat', name: 'a', lives: 9 }, true],
  ])('judges %s', (_title, name, value, want) => {
    expect(accepts(PETS, name, value)).toBe(want);
  });

  it('is a union of its heirs, which share its properties', () => {
    const text = models(PETS);
    expect(text).toContain(
      "export type Pet = Cat & { petType: 'Cat'; } | Dog & { petType: 'dog'; } | Lion & { petType: 'Lion'; };",
    );
    expect(text).toContain('export interface PetBase { petType: string; name: string; }');
  });
});
