import { expect, it } from 'vitest';

import { problemsOf } from './documentation-types.js';

it('the TypeScript samples of the documentation compile without `strict`, as some frameworks set it', () => {
  expect(problemsOf(false)).toEqual([]);
}, 240_000);
