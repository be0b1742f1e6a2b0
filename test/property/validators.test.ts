import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isObject } from '../../scripts/json/schema.js';
import { findFiles } from '../../scripts/files/find-files.js';
import { schemaByPlace } from '../../scripts/validate/convention.js';
import { openGeneratedFolder, type Check } from '../../scripts/validate/generated-folder.js';
import { loadCheck } from '../../scripts/validate/load-check.js';
import { createSchemaReader } from '../../scripts/validate/read-schema.js';
import { readFile } from '../../scripts/files/read-file.js';

const folder = openGeneratedFolder('generated', process.cwd());
const samples = findFiles(['test/fixtures', 'spec/examples'], { cwd: process.cwd() }).files.flatMap(({ file }) => {
  const schema = schemaByPlace(file, folder.manifest)?.schema;
  const [read] = readFile(file, file);
  return schema !== undefined && read?.ok ? [{ schema, value: read.document.value }] : [];
});

// Our validators are Ajv's, from schemas rewritten for exact messages. They must accept what plain Ajv accepts from the
// published JSON Schemas, and nothing else.
describe('the generated validators agree with Ajv on the published schemas', () => {
  it('for documents of which any part was replaced or taken away', async () => {
    const replacement = fc.oneof(
      fc.constantFrom(null, 0, 1, -1, '', '0', 'paid', true, [], {}, 1.5, '2020-01-01', undefined),
      fc.jsonValue({ maxDepth: 1 }),
    );
    const change = fc.record({
      sample: fc.nat(samples.length - 1),
      path: fc.array(fc.nat(60), { maxLength: 4 }),
      value: replacement,
    });
    const verdicts = { valid: 0, invalid: 0 };
    await fc.assert(
      fc.asyncProperty(change, async ({ sample, path, value }) => {
        const { schema, value: original } = samples[sample]!;
        const changed = changeAt(original, path, value);
        const ours = (await ourCheck(schema))(changed).length === 0;
        expect(ours).toBe((await plainAjv(schema))(changed));
        verdicts[ours ? 'valid' : 'invalid'] += 1;
      }),
      { numRuns: 3000 },
    );
    // Both verdicts must have been put to the test.
    expect(Math.min(verdicts.valid, verdicts.invalid)).toBeGreaterThan(300);
  });
});

const loaded = new Map<string, Promise<Check>>();

function ourCheck(schema: string): Promise<Check> {
  const check = loaded.get(schema) ?? loadCheck(schema, createSchemaReader(folder));
  loaded.set(schema, check);
  return check;
}

const compiled = new Map<string, (value: unknown) => boolean>();

async function plainAjv(name: string): Promise<(value: unknown) => boolean> {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  // Formats of our own, such as `unixtime`, are unknown to it, and pass.
  const ajv = new Ajv2020({ strict: false, logger: false, inlineRefs: false });
  formatsPlugin.default(ajv, { mode: 'full' });
  const { default: schema } = (await import(`../../generated/schemas/${name}.json`, { with: { type: 'json' } })) as {
    default: object;
  };
  const validate = ajv.compile(schema);
  const check = (value: unknown): boolean => validate(value);
  compiled.set(name, check);
  return check;
}

/** Walks down by the given turns and replaces what is there; `undefined` takes it away. */
function changeAt(node: unknown, [turn, ...rest]: readonly number[], value: unknown): unknown {
  if (turn === undefined) return value === undefined ? null : value;
  if (Array.isArray(node)) {
    if (node.length === 0) return node;
    return node.map((item: unknown, index) => (index === turn % node.length ? changeAt(item, rest, value) : item));
  }
  if (!isObject(node)) return value === undefined ? null : value;
  const keys = Object.keys(node);
  const key = keys[turn % keys.length];
  if (key === undefined) return node;
  if (rest.length === 0 && value === undefined)
    return Object.fromEntries(Object.entries(node).filter(([name]) => name !== key));
  return { ...node, [key]: changeAt(node[key], rest, value) };
}
