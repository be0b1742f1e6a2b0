import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { generateFrom } from '../generate-from.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-resources-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NEW_OPERATION = {
  operationId: 'meltCoin',
  tags: ['coins'],
  summary: 'Melt a coin',
  parameters: [{ name: 'coin-id', in: 'path', required: true, schema: { type: 'string' } }],
  responses: { 204: { description: 'Gone.' } },
};

async function filesOf(document: object): Promise<ReadonlyMap<string, string>> {
  const spec = path.join(folder, 'openapi.json');
  writeFileSync(spec, JSON.stringify(document));
  const { files } = await generateFrom(spec);
  return new Map(files.map(({ path: file, text }) => [file, text]));
}

describe('a new operation', () => {
  let before: ReadonlyMap<string, string>;
  let after: ReadonlyMap<string, string>;
  beforeAll(async () => {
    // It is ours.
    const document = parse(readFileSync('test/golden/spec/openapi.yaml', 'utf8')) as { readonly paths: object };
    before = await filesOf(document);
    after = await filesOf({
      ...document,
      paths: { ...document.paths, '/coins/{coin-id}/melt': { post: NEW_OPERATION } },
    });
  });

  it('changes the file of its resource, beside the models with its input and the view of the document by path', () => {
    const isRead = (file: string): boolean => /^[^/]+\.ts$|^resources\//.test(file) && file !== 'schemas.ts';
    const changed = [...after].filter(([file, text]) => isRead(file) && before.get(file) !== text);
    expect(changed.map(([file]) => file)).toEqual(['models.ts', 'paths.ts', 'resources/coins.ts']);
  });

  it.each([
    ['resources/coins.ts', 'meltCoin(input: MeltCoinInput, options?: CallOptions): Promise<void> {'],
    ['models.ts', 'export interface MeltCoinInput {'],
  ])('only adds lines to %s', (file, added) => {
    const kept = linesOf(before, file).filter((line) => line !== '');
    const found = linesOf(after, file);
    let from = 0;
    for (const line of kept) {
      const index = found.indexOf(line, from);
      expect({ line, isKept: index >= from }).toEqual({ line, isKept: true });
      from = index + 1;
    }
    expect(found.join('\n')).toContain(added);
  });
});

function linesOf(files: ReadonlyMap<string, string>, file: string): string[] {
  return (files.get(file) ?? '').split('\n');
}

describe('the documentation of methods', () => {
  it('has no line that stands on most of them', () => {
    const texts = globSync('generated/resources/*.ts').map((file) => readFileSync(file, 'utf8'));
    const methods = texts.flatMap((text) => text.match(/^ {2}\w+\(input\??: /gm) ?? []).length;
    const counts = new Map<string, number>();
    for (const line of texts.flatMap((text) => text.match(/^ {3}\* .+$/gm) ?? []))
      counts.set(line, (counts.get(line) ?? 0) + 1);
    expect(methods).toBeGreaterThan(80);
    expect([...counts].filter(([, count]) => count * 2 > methods)).toEqual([]);
    expect(texts.join('')).toContain('Most of them reject with an `IamportError` for:');
  });
});
