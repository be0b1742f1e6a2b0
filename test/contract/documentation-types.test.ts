import { expect, it } from 'vitest';

import { problemsOf, TYPESCRIPT } from './documentation-types.js';

it('the TypeScript samples of the documentation compile', () => {
  expect(TYPESCRIPT.length).toBeGreaterThan(20);
  expect(problemsOf(true)).toEqual([]);
}, 120_000);
