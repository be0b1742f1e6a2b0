import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { loadSpec } from '../../scripts/files/load-spec.js';
import { generate, type Generated } from '../../scripts/generate/pipeline.js';
import { everyEntry } from '../../scripts/messages/every-entry.js';
import { messageOf } from '../../scripts/messages/texts.js';
import { fileText } from '../generate-from.js';

// Documents as other vendors write them.

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-foreign-'));
const file = path.join(folder, 'openapi.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

async function generated(text: string, version = '3.1.0'): Promise<Generated> {
  writeFileSync(file, `openapi: ${version}\ninfo: { title: T, version: '1' }\n${text}`);
  return generate(await loadSpec(file, 'openapi.yaml', { cwd: folder }), { include: [], hasEntry: false });
}

const schema = (result: Generated, name: string): unknown =>
  JSON.parse(fileText(result, `schemas/${name}.json`)) as unknown;

describe('keys of a 3.1 schema that are no keywords', () => {
  it.each([
    ['id', "{ id: 'https://example.com/problem', type: object, properties: { title: { type: string } } }"],
    ['nullable', '{ type: object, properties: { title: { type: string, nullable: true } } }'],
    ['dependencies', '{ type: object, properties: { title: { type: string } }, dependencies: { title: [other] } }'],
    ['$async', '{ type: object, properties: { title: { type: string } }, $async: true }'],
    ['mandatory', '{ type: object, properties: { title: { type: string } }, mandatory: [title] }'],
  ])('are annotations with a warning: %s', async (key, given) => {
    const result = await generated(`paths: {}\ncomponents: { schemas: { Problem: ${given} } }\n`);
    const warnings = result.diagnostics.map((found) => [
      found.code,
      found.severity,
      messageOf(found, 'en', everyEntry()).split(' ', 1)[0],
    ]);
    expect(warnings).toEqual([['keyword-is-known', 'warning', `\`${key}\``]]);
    expect(schema(result, 'Problem')).toMatchObject({ type: 'object', properties: { title: { type: 'string' } } });
    expect(JSON.stringify(schema(result, 'Problem'))).not.toContain(key);
  });

  it('are refused in 3.0, which knows no annotations', async () => {
    const { diagnostics } = await generated("paths: {}\ncomponents: { schemas: { A: { id: 'a' } } }\n", '3.0.3');
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['struct', 'error']]);
  });

  it('may hold what a reference leads to', async () => {
    const schemas =
      "{ A: { $ref: '#/components/schemas/B/definitions/part' }, B: { definitions: { part: { type: integer } } } }";
    const result = await generated(`paths: {}\ncomponents: { schemas: ${schemas} }\n`);
    expect(schema(result, 'BPart')).toMatchObject({ type: 'integer' });
  });
});

it('a reference to true or false among $defs is one to any value or to none', async () => {
  const holder = `type: object, properties: { any: { $ref: '#/components/schemas/Holder/$defs/any' },
    none: { $ref: '#/components/schemas/Holder/$defs/none' } }, $defs: { any: true, none: false }`;
  const models = fileText(
    await generated(`paths: {}\ncomponents: { schemas: { Holder: { ${holder} } } }\n`),
    'models.ts',
  );
  expect(models).toMatch(/export type HolderAny = unknown;/);
  expect(models).toMatch(/export type HolderNone = never;/);
});

describe('operations without an ID', () => {
  const responses = "responses: { '200': { description: ok } }";

  it('are named by method and path, with a warning', async () => {
    const result = await generated(`paths:
  /a: { get: { ${responses} }, post: { operationId: getA, ${responses} } }
  /items/{id}/parts:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { ${responses} }
`);
    expect(result.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['operation-operationId', 'warning'],
      ['operation-operationId', 'warning'],
    ]);
    const manifest = JSON.parse(fileText(result, 'manifest.json')) as { operations: object };
    expect(Object.keys(manifest.operations)).toEqual(['getA', 'getA_2', 'getItemsByIdParts']);
  });
});

describe('a version with two numbers', () => {
  it.each([
    ["'3.0'", 'openapi.yaml:1:10 is version 3.0; write all three numbers: "openapi: 3.0.4"'],
    ['3.0', 'openapi.yaml:1:10 is version 3.0; write all three numbers: "openapi: 3.0.4"'],
    ["'3.1'", 'openapi.yaml:1:10 is version 3.1; write all three numbers: "openapi: 3.1.1"'],
  ])('%s is refused with what to write', async (version, message) => {
    await expect(generated('paths: {}\n', version)).rejects.toThrow(message);
  });
});
