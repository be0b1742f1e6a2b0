import { createRequire } from 'node:module';

import { expect, it } from 'vitest';

import { requireWithCompiler, ts } from '../../scripts/generate/typescript.js';

it('leaves the compiler that is installed to everything else', () => {
  requireWithCompiler('openapi-typescript/dist/lib/ts.cjs');
  // `require` cannot know what it gives.
  const installed = createRequire(import.meta.url)('typescript') as typeof ts;
  expect(installed.version).toMatch(/^5\.9\./);
  expect(ts.version).not.toBe(installed.version);
});
