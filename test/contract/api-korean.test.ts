import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, it } from 'vitest';

// The site is a package of its own, in JavaScript.
const { koreanFaults } = (await import(pathToFileURL(path.resolve('scripts/site/generate/api.mjs')).href)) as {
  koreanFaults: (entries?: unknown, korean?: unknown) => readonly string[];
};

it('every export of the packages has a Korean sentence, and every sentence an export', () => {
  expect(koreanFaults()).toEqual([]);
}, 60_000);

it('finds an export without a sentence, and a sentence without an export', () => {
  const entries = [
    { entry: 'a', exported: [{ name: 'one' }, { name: 'two' }] },
    { entry: 'b', exported: [{ name: 'one' }] },
  ];
  expect(koreanFaults(entries, { a: { one: '하나', three: '셋' } })).toEqual([
    'a: two has no sentence in scripts/site/pages/ko/api.yaml',
    'a: three is no export',
  ]);
});
