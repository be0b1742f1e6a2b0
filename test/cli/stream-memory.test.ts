import { expect, it } from 'vitest';

import { validateStream } from '../bench/validate.mjs';

// `npm run test:long` sends more; `node test/bench/validate.mjs` sends a gigabyte.
const GIGABYTES = process.env.MODE === 'long' ? 0.1 : 0.01;

it.each([
  ['valid documents', { flags: [] }, 0],
  ['documents of which every second is wrong', { faultEvery: 2, flags: ['--format=json'] }, 1],
])(
  'validates a stream of %s in constant memory',
  async (_title, options, code) => {
    const result = await validateStream(GIGABYTES, options);
    expect(result.code).toBe(code);
    expect(result.megabytes).toBeLessThan(200);
  },
  180_000,
);
