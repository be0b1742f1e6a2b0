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

  it('changes one file that people read', () => {
    const isRead = (file: string): boolean => /^[^/]+\.ts$|^resources\//.test(file) && file !== 'schemas.ts';
    const changed = [...after].filter(([file, text]) => isRead(file) && before.get(file) !== text);
    // `paths.ts` is the view of the document by path.
    expect(changed.map(([file]) => file)).toEqual(['paths.ts', 'resources/coins.ts']);
  });

  it('only adds lines to it', () => {
    const kept = linesOf(before).filter((line) => line !== '');
    const found = linesOf(after);
    let from = 0;
    for (const line of kept) {
      const index = found.indexOf(line, from);
      expect({ line, isKept: index >= from }).toEqual({ line, isKept: true });
      from = index + 1;
    }
    expect(found.join('\n')).toContain('meltCoin(input: MeltCoinInput, options?: CallOptions): Promise<void> {');
  });
});

function linesOf(files: ReadonlyMap<string, string>): string[] {
  return (files.get('resources/coins.ts') ?? '').split('\n');
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
