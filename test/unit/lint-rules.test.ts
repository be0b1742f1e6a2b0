import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { loadSpec } from '../../scripts/files/load-spec.js';
import { RULES } from '../../scripts/lint/every-rule.js';
import { lintSpec } from '../../scripts/lint/lint-spec.js';
import { cases } from './lint-cases.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
writeFileSync(path.join(folder, 'good.json'), '{"a":1}');
writeFileSync(path.join(folder, 'late.json'), '{"a":1648344363000}');
writeFileSync(path.join(folder, 'broken.json'), '{"a":');
afterAll(() => rmSync(folder, { recursive: true }));

async function findings(rule: string, document: string): Promise<string[]> {
  const file = path.join(folder, 'openapi.yaml');
  writeFileSync(file, `openapi: 3.1.0\ninfo: { title: T, version: '1' }\n${document.trim().slice(1, -1).trim()}\n`);
  const diagnostics = await lintSpec(await loadSpec(file, file, { cwd: folder }), { rules: 'iamport' });
  return diagnostics.filter(({ code }) => code === rule).map(({ at }) => at.pointer);
}

describe.each(Object.entries(cases))('%s', (rule, { good, bad }) => {
  it.each(good)('accepts %s', async (document) => {
    expect(await findings(rule, document)).toEqual([]);
  });
  it.each(bad)('reports %s', async (document, pointer) => {
    expect(await findings(rule, document)).toEqual([pointer]);
  });
});

it('every rule has a file with its name, a line in the registry and cases here', () => {
  const files = readdirSync('scripts/lint/rules').map((file) => file.replace(/\.ts$/, ''));
  expect(RULES.map(({ id: name }) => name).sort()).toEqual(files.sort());
  expect(Object.keys(cases).sort()).toEqual(files);
});
