import { readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

import { SUBSCHEMA_KEYWORDS } from '../../scripts/json/subschemas.js';
import { findFiles } from '../../scripts/files/find-files.js';
import { readFile } from '../../scripts/files/read-file.js';
import { jsonSchemaFor } from '../../scripts/generate/standard/json-schema.js';
import { schemaByPlace } from '../../scripts/validate/convention.js';
import { openGeneratedFolder } from '../../scripts/validate/generated-folder.js';

const OPTIONS = { strict: false, validateFormats: false, logger: false } as const;

const draft07 = (schema: object): Record<string, unknown> =>
  jsonSchemaFor({ target: 'draft-07' }, JSON.stringify(schema));

describe('a JSON Schema in draft 07', () => {
  it.each([
    ['names its definitions', { $defs: { A: { type: 'string' } } }, { definitions: { A: { type: 'string' } } }],
    ['follows them', { items: { $ref: '#/$defs/A' } }, { items: { $ref: '#/definitions/A' } }],
    [
      'keeps what stands beside a reference',
      { $ref: '#/$defs/A', description: 'B', allOf: [{ type: 'null' }] },
      { description: 'B', allOf: [{ $ref: '#/definitions/A' }, { type: 'null' }] },
    ],
    ['lists the items of a tuple', { prefixItems: [{}], items: false }, { items: [{}], additionalItems: false }],
    [
      'joins what depends on a property',
      { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { $ref: '#/$defs/A' } } },
      { dependencies: { a: ['b'], c: { $ref: '#/definitions/A' } } },
    ],
    [
      'leaves properties of such names alone',
      { properties: { $defs: {}, items: {} } },
      { properties: { $defs: {}, items: {} } },
    ],
    [
      'leaves values alone',
      { const: { $ref: 'a' }, enum: [{ items: 1 }] },
      { const: { $ref: 'a' }, enum: [{ items: 1 }] },
    ],
  ])('%s', (_title, schema, want) => {
    expect(draft07(schema)).toEqual({ ...want, $schema: 'http://json-schema.org/draft-07/schema#' });
  });

  const held = Object.entries(SUBSCHEMA_KEYWORDS).filter(([keyword]) => !keyword.startsWith('unevaluated'));
  it.each(held)('refers to its definitions under %s', (keyword, { holds }) => {
    const reference = { $ref: '#/$defs/A' };
    // A schema may have the name of a keyword with values.
    const value = { schema: reference, list: [reference], map: { const: reference } }[holds];
    expect(JSON.stringify(draft07({ [keyword]: value }))).toContain('{"$ref":"#/definitions/A"}');
  });

  it('is refused where the dialect has no word, and for an unknown dialect', () => {
    expect(() => draft07({ properties: { a: { unevaluatedProperties: false } } })).toThrow('no unevaluatedProperties');
    expect(() => jsonSchemaFor({ target: 'openapi-3.0' }, '{}')).toThrow('not as openapi-3.0');
  });

  it('is a new one each time', () => {
    const [one, other] = [1, 2].map(() => jsonSchemaFor({ target: 'draft-2020-12' }, '{"a":{}}'));
    expect(one).toEqual({ a: {} });
    expect(one?.a).not.toBe(other?.a);
  });

  it('accepts the samples that draft 2020-12 accepts, and nothing else', () => {
    const { manifest } = openGeneratedFolder('generated', process.cwd());
    const [old, recent] = [new Ajv(OPTIONS), new Ajv2020(OPTIONS)];
    const verdicts = { true: 0, false: 0 };
    for (const { file } of findFiles(['test/fixtures', 'spec/examples'], { cwd: process.cwd() }).files) {
      const name = schemaByPlace(file, manifest)?.schema;
      const [read] = readFile(file, file);
      if (name === undefined || read?.ok !== true) continue;
      const text = readFileSync(`generated/schemas/${name}.json`, 'utf8');
      const wanted = recent.getSchema(name) ?? recent.addSchema(JSON.parse(text) as object, name).getSchema(name);
      const found =
        old.getSchema(name) ?? old.addSchema(jsonSchemaFor({ target: 'draft-07' }, text), name).getSchema(name);
      const { value } = read.document;
      // The sample, and the same without its first member and with a wrong one.
      for (const each of [value, withoutFirst(value), { ...(value as object), code: 'wrong' }]) {
        const isValid = wanted?.(each) === true;
        verdicts[`${isValid}`] += 1;
        expect({ file, isValid: found?.(each) }).toEqual({ file, isValid });
      }
    }
    expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(50);
  });
});

function withoutFirst(value: unknown): unknown {
  return Object.fromEntries(Object.entries(value ?? {}).slice(1));
}
