import { fileURLToPath } from 'node:url';

import { configDefaults, defineConfig } from 'vitest/config';

// Tests that take long, or need programs that `.ci/run` installs, are named `*.long.test.ts`: `npm run test:long` runs them, and the long
// forms of some others.
export default defineConfig(({ mode }) => ({
  // The sandbox imports the runtime as a package; tests run the sources, not what was last built.
  resolve: {
    alias: [
      {
        find: /^iamport-kit\/gateways$/,
        replacement: fileURLToPath(new URL('../generated/gateways.ts', import.meta.url)),
      },
      { find: /^iamport-kit$/, replacement: fileURLToPath(new URL('../src/index.ts', import.meta.url)) },
      {
        find: /^iamport-kit\/validators\/(.*)$/,
        replacement: fileURLToPath(new URL('../generated/validators/$1.js', import.meta.url)),
      },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'long' ? [] : ['test/**/*.long.test.ts'])],
    testTimeout: 30_000,
    hookTimeout: 180_000,
    // Many tests wait for programs and timers: on two cores, one worker at a time would leave one of them idle.
    maxWorkers: 2,
    // Import CommonJS packages the way Node does; the default guesses, and guesses differently.
    deps: { interopDefault: false },
  },
}));
