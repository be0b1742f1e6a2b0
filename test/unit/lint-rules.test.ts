import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { loadSpec } from '../../scripts/generate/load.js';
import { RULES } from '../../scripts/lint/index.js';
import { lintSpec } from '../../scripts/lint/lint-spec.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
writeFileSync(path.join(folder, 'good.json'), '{"a":1}');
writeFileSync(path.join(folder, 'broken.json'), '{"a":');
afterAll(() => rmSync(folder, { recursive: true }));

const ok = '{ description: Fine. }';
const operation = (id: string, rest = ''): string =>
  `{ operationId: ${id}, x-official-operation-id: ${id}, summary: S, responses: { '200': ${ok} }${rest} }`;
const schemas = (properties: string): string =>
  `{ components: { schemas: { Thing: { type: object, properties: ${properties} } } } }`;
const paths = (items: string): string => `{ paths: ${items} }`;
const example = (file: string): string =>
  paths(
    `{ /a: { get: { operationId: a, x-official-operation-id: a, summary: S, responses: { '200': { description: D, content: { application/json: { examples: { one: { externalValue: ${file} } } } } } } } } }`,
  );
const id = (pattern: string): string =>
  `, parameters: [{ name: id, in: path, required: true, schema: { type: string${pattern} } }]`;

// Each rule: what is fine, and what is not, with the pointer it must name.
const cases: Record<string, { good: string[]; bad: [document: string, pointer: string][] }> = {
  'amount-is-number': {
    good: [
      schemas('{ amount: { type: number }, cancel_amount: { type: [number, "null"] }, amounts: { type: string } }'),
    ],
    bad: [
      [schemas('{ amount: { type: integer } }'), '/components/schemas/Thing/properties/amount/type'],
      [schemas('{ paid_amount: { type: string } }'), '/components/schemas/Thing/properties/paid_amount/type'],
    ],
  },
  'timestamp-is-unixtime': {
    good: [schemas('{ paid_at: { type: integer, format: unixtime }, at: { type: string } }')],
    bad: [
      [schemas('{ paid_at: { type: string } }'), '/components/schemas/Thing/properties/paid_at/type'],
      [schemas('{ paid_at: { type: integer } }'), '/components/schemas/Thing/properties/paid_at'],
    ],
  },
  'operation-has-official-id': {
    good: [
      paths(`{ /a: { get: ${operation('a')} } }`),
      `{ webhooks: { a: { post: { operationId: a, summary: S, responses: { '200': ${ok} } } } } }`,
    ],
    bad: [
      [
        paths(`{ /a: { get: { operationId: a, summary: S, responses: { '200': ${ok} } } } }`),
        '/paths/~1a/get/operationId',
      ],
    ],
  },
  'example-file-is-json': {
    good: [example('good.json')],
    bad: [
      [example('broken.json'), '/paths/~1a/get/responses/200/content/application~1json/examples/one/externalValue'],
      [example('missing.json'), '/paths/~1a/get/responses/200/content/application~1json/examples/one/externalValue'],
    ],
  },
  'paths-unambiguous': {
    good: [
      paths(`{ '/a/{id}': { get: ${operation('a', id(''))} }, /a/b: { get: ${operation('b')} } }`),
      paths(
        `{ '/{id}/b': { get: ${operation('a', id(", pattern: '^imp'"))} }, '/a/{id}': { get: ${operation('b', id(''))} } }`,
      ),
    ],
    bad: [
      [
        paths(`{ '/{id}/b': { get: ${operation('a', id(''))} }, '/a/{id}': { get: ${operation('b', id(''))} } }`),
        '/paths/~1a~1{id}',
      ],
    ],
  },
};

async function findings(rule: string, document: string): Promise<string[]> {
  const file = path.join(folder, 'openapi.yaml');
  writeFileSync(file, `openapi: 3.1.0\ninfo: { title: T, version: '1' }\n${document.trim().slice(1, -1).trim()}\n`);
  const diagnostics = await lintSpec(await loadSpec(file, file), { rules: 'all', cwd: folder });
  return diagnostics.filter(({ code }) => code === rule).map(({ at }) => at.pointer);
}

describe.each(Object.entries(cases))('%s', (rule, { good, bad }) => {
  it.each(good)('is content with %s', async (document) => {
    expect(await findings(rule, document)).toEqual([]);
  });
  it.each(bad)('objects to %s', async (document, pointer) => {
    expect(await findings(rule, document)).toEqual([pointer]);
  });
});

it('every rule has a file of its name, a place in the registry and cases here', () => {
  const files = readdirSync('scripts/lint/rules').map((file) => file.replace(/\.ts$/, ''));
  expect(RULES.map(({ id: name }) => name).sort()).toEqual(files.sort());
  expect(Object.keys(cases).sort()).toEqual(files);
});
