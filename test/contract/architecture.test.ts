import { existsSync, readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { REWRITES } from '../../scripts/generate/rewrite/every-rewrite.js';
import { listFiles } from '../import-graph.js';

const ARCHITECTURE = readFileSync('ARCHITECTURE.md', 'utf8');
const CONTRIBUTING = readFileSync('CONTRIBUTING.md', 'utf8');

it('ARCHITECTURE.md lists the rewrites in their order', () => {
  const listed = [...ARCHITECTURE.matchAll(/^\d+\. `([a-z]\w+)`:/gm)].map(([, name]) => name);
  expect(listed).toEqual(REWRITES.map(({ name }) => name));
});

it('ARCHITECTURE.md has a glossary of at most 25 words', () => {
  const words = ARCHITECTURE.slice(ARCHITECTURE.indexOf('## Glossary')).match(/^\| [a-z-]+(?: [a-z]+)? +\|/gm) ?? [];
  expect(words.length).toBeGreaterThan(10);
  expect(words.length - 1).toBeLessThanOrEqual(25);
});

it.each([
  ['ARCHITECTURE.md', ARCHITECTURE],
  ['CONTRIBUTING.md', CONTRIBUTING],
])('every file that %s names exists', (_name, text) => {
  const code = [...listFiles('scripts', /\.ts$/), ...listFiles('src', /\.ts$/)];
  const named = [...text.matchAll(/`([\w./-]+\/[\w.-]*(?:\.ts|\/)|[a-z-]+\.ts)`/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(10);
  const missing = named.filter((name) => {
    if (existsSync(name) || existsSync(`scripts/${name}`) || existsSync(`src/${name}`)) return false;
    return !code.some((file) => file.endsWith(`/${name}`));
  });
  expect(missing).toEqual([]);
});
