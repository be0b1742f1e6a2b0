import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, expect, it } from 'vitest';

import { startValidators } from '../../scripts/generate/start-validators.js';
import type { OpenApi } from '../../scripts/openapi/document.js';
import { modelOf } from '../model-of.js';
import { isObject } from '../../scripts/json/schema.js';
import { writeRunnable } from '../emitted-folder.js';
import { SCHEMA_FEATURES } from './schema-features.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The features that have a schema Thing which is not refused. */
const THINGS = Object.entries(SCHEMA_FEATURES).flatMap(([title, { components }]) => {
  const schemas = isObject(components) && isObject(components.schemas) ? components.schemas : {};
  return 'Thing' in schemas && title !== 'empty enum' ? [[title, schemas] as const] : [];
});

const LEAVES = [null, true, false, 0, 1, 2, 0.01, 1.5, -1, 100, '', 'a', 'ab', 'x-y', '__proto__'];
const KEYS = ['a', 'b', 'c', 'kind', 'next', 'x-a', 'say', 'A1'];
const LISTS = [[], ['a'], ['a', 'a'], ['a', 'b', 'c', 'd'], [1], [1, 1], [1, 2, 3, 4], ['a', {}], ['a', [], 1], [[]]];
const RECORDS = [
  ...KEYS.flatMap((key) =>
    [...LEAVES, [], ['a'], {}, { a: 'x' }, { b: 1 }, { next: {} }].map((value) => ({ [key]: value })),
  ),
  ...LEAVES.flatMap((value) => [
    { a: 'x', b: value },
    { a: value, c: 'x' },
    { kind: 'cat', a: value },
  ]),
  { a: 'x', b: 'y', c: 'z' },
  { next: { next: { next: 1 } } },
];
const VALUES: readonly unknown[] = [...LEAVES, ...LISTS, {}, ...RECORDS];

/** Here a discriminator chooses the member of a union, as OpenAPI means it; for Ajv it says nothing. */
const CHOSEN = ['discriminator in the parent'];

// A validator that throws would let one request of a stranger bring an endpoint down.
it.each(THINGS.filter(([title]) => !CHOSEN.includes(title)))(
  'the validator of %s says what Ajv says, and never throws',
  async (title, schemas) => {
    // Edge: features are written as JSON.
    const document = { openapi: '3.1.0', info: { title: 'T', version: '1' }, components: { schemas } } as OpenApi;
    const out = path.join(folder, title.replace(/\W/g, '-'));
    writeRunnable(await startValidators(modelOf(document))(), out);
    // Edge: generated code.
    const ours = (await import(pathToFileURL(path.join(out, 'validators/Thing.js')).href)) as Ours;
    const ajv = new Ajv2020({ strict: false, discriminator: false });
    ajv.addSchema({ $id: 'spec', components: { schemas } });
    const validate = ajv.compile({ $ref: 'spec#/components/schemas/Thing' });
    const verdicts = VALUES.map((value) => validate(value));
    expect(VALUES.map((value) => ours.isThing(value))).toEqual(verdicts);
    // Backwards: what one value was must not matter to the next.
    expect(VALUES.toReversed().map((value) => ours.checkThing(value).ok)).toEqual(verdicts.toReversed());
  },
);

interface Ours {
  isThing(value: unknown): boolean;
  checkThing(value: unknown): { readonly ok: boolean };
}
