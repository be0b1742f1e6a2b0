import { rmSync } from 'node:fs';

import { afterAll, expect, it } from 'vitest';

import { createWorkshop, faultsIn, generateInto, type Outcome } from './generated-folders.js';
import { object, schema } from './document-parts.js';
import { NAME_FEATURES } from './name-features.js';
import { OPERATION_FEATURES } from './operation-features.js';
import { REFERENCE_FEATURES } from './reference-features.js';
import { SCHEMA_FEATURES } from './schema-features.js';

const workshop = createWorkshop();
afterAll(() => rmSync(workshop, { recursive: true }));

const FEATURES = Object.entries({ ...SCHEMA_FEATURES, ...REFERENCE_FEATURES, ...OPERATION_FEATURES, ...NAME_FEATURES });

/** What 3.1 allows and this generator does not take; each is refused with its place. */
const REFUSED = [
  ...['empty enum', 'alternatives that are only themselves', 'all of itself', 'a circle of aliases in allOf'],
  ...['reference to the whole document', 'anchor', 'dynamic reference', 'dynamic reference elsewhere'],
  ...['draft-04 keywords', 'unknown keywords', 'a pattern that is none', 'a pattern of another language'],
  ...['a pattern property that is none', 'path template without a parameter', 'no operationId'],
  ...['operationIds that become one method', 'the same operationId twice', 'webhook and operation of one name'],
  '__proto__ as a key',
  ...[
    'a flag required',
    'a flag exclusiveMinimum',
    'an enum that is none',
    'an empty enum',
    'a type that is none',
    'a type that is a number',
    'a pattern that is none',
    'a pattern property that is none',
    'properties that are none',
    'a property that is none',
    'a property of a type that is none',
    'parts that are none',
    'a part that is none',
    'items that are a list',
    'a limit that is none',
    'dependencies that are none',
  ].map((title) => `beside a reference: ${title}`),
];

it('whatever a document has is generated and compiles, or is refused with its place', async () => {
  const outcomes: Outcome[] = [];
  const refused: string[] = [];
  for (const [title, parts] of FEATURES) {
    for (const openapi of ['3.1.0', '3.0.3']) {
      const document = {
        openapi,
        info: { title: 'T', version: '1' },
        ...(openapi === '3.0.3' && { paths: {} }),
        ...parts,
      };
      const outcome = await generateInto(workshop, `${outcomes.length}`, document).catch((cause: unknown) => {
        throw new Error(`${title} in ${openapi}`, { cause });
      });
      if ('refusedAt' in outcome)
        expect({ title, place: outcome.refusedAt }).toEqual({
          title,
          place: expect.stringMatching(/:\d+:\d+$/) as string,
        });
      if ('refusedAt' in outcome && openapi === '3.1.0') refused.push(title);
      outcomes.push(outcome);
    }
  }
  process.stdout.write(
    `features of OpenAPI 3.1: ${FEATURES.length - refused.length} of ${FEATURES.length} generated, ${refused.length} refused with their place\n`,
  );
  expect(refused.sort()).toEqual([...REFUSED].sort());
  expect(await faultsIn(workshop, outcomes)).toEqual([]);
}, 180_000);

it.each([
  ['a schema', { components: { schemas: { Thing: true } } }, '10:13'],
  ['a property', schema(object({ a: false })), '13:11'],
  ['items', schema({ type: 'array', items: true }), '12:14'],
])('a boolean for %s is refused with its place in 3.0, where it is none', async (_title, parts, place) => {
  const document = { openapi: '3.0.3', info: { title: 'T', version: '1' }, paths: {}, ...parts };
  expect(await generateInto(workshop, 'boolean', document)).toEqual({ refusedAt: `spec.json:${place}` });
  const closed = { ...document, ...schema({ ...object({ a: { type: 'string' } }), additionalProperties: false }) };
  expect(await generateInto(workshop, 'closed', closed)).toHaveProperty('folder');
});
