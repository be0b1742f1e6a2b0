import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { schemaByPlace } from '../../scripts/validate/convention.js';
import { findFiles } from '../../scripts/files/find-files.js';
import { openGeneratedFolder, type Check } from '../../scripts/validate/generated-folder.js';
import { loadCheck } from '../../scripts/validate/load-check.js';
import { createSchemaReader } from '../../scripts/validate/read-schema.js';
import { isObject } from '../../scripts/json/schema.js';
import { mutationsOf } from './mutations.js';

const folder = openGeneratedFolder('generated', process.cwd());
const fixtures = findFiles(['test/fixtures', 'spec/examples'], { cwd: process.cwd() }).files.map(({ file }) =>
  path.relative('.', file),
);

async function checkFor(file: string): Promise<Check> {
  const schema = schemaByPlace(file, folder.manifest)?.schema;
  if (schema === undefined) throw new Error(`${file} belongs to nothing`);
  return loadCheck(schema, createSchemaReader(folder));
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

// Values that may be anything: what the merchant passed to the SDK comes back as it was.
const ANYTHING = ['PaymentCallback/custom_data'];

describe.each(fixtures)('%s', (file) => {
  it('is valid', async () => {
    const check = await checkFor(file);
    expect(check(read(file))).toEqual([]);
  });

  it('broken in any one place is refused, and that place alone is named', async () => {
    const check = await checkFor(file);
    const kind = path.basename(path.dirname(file));
    for (const { pointer, reported, value } of mutationsOf(read(file))) {
      if (ANYTHING.includes(`${kind}${pointer}`)) continue;
      expect({ pointer, issues: check(value).map((issue) => issue.pointer) }).toEqual({ pointer, issues: [reported] });
    }
  });
});

it('the documentation templates, whose card_type is the string "null", are refused at that place', async () => {
  for (const { file } of findFiles(['test/refused'], { cwd: process.cwd() }).files) {
    const check = await checkFor(file);
    const issues = check(read(file));
    expect(issues.map(({ pointer, keyword }) => [pointer.replace(/^.*\//, ''), keyword])).toEqual([
      ['card_type', 'type'],
    ]);
  }
});

it('every operation has an example of a success, and of a request where it takes one', () => {
  for (const [id, bodies] of Object.entries(folder.manifest.operations)) {
    const kinds = fixtures
      .filter((file) => file.startsWith(path.join('spec', 'examples', id, path.sep)))
      .map((file) => path.basename(file).split('.')[0]);
    expect({ id, kinds }).toMatchObject({
      kinds: expect.arrayContaining([bodies.webhook ? 'webhook' : '200']) as unknown,
    });
    if (bodies.request !== undefined) expect(kinds).toContain('request');
  }
});

it('the field set of the multi-get documentation and the sample of the callback documentation are examples', () => {
  const payments = read('spec/examples/listPayments/200.every-field.json') as { response: object[] };
  expect(Object.keys(payments.response[0]!)).toHaveLength(47);
  const schemas = read('generated/openapi.json') as {
    components: { schemas: Record<string, { examples?: unknown[] }> };
  };
  const [sample] = schemas.components.schemas.PaymentCallback?.examples ?? [];
  expect(isObject(sample) && Object.keys(sample)).toHaveLength(24);
});

it.each(['PaymentCallback', 'PaymentRedirect', 'CertificationCallback'])(
  'the examples inside %s are valid',
  async (name) => {
    const { components } = read('generated/openapi.json') as {
      components: { schemas: Record<string, { examples?: unknown[] }> };
    };
    const check = await loadCheck(name, createSchemaReader(folder));
    const examples = components.schemas[name]?.examples ?? [];
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.map(check)).toEqual(examples.map(() => []));
  },
);
