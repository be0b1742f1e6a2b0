import { fileURLToPath } from 'node:url';

import type { Alias } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const SOURCES: Alias[] = [
  { find: /^iamport-kit\/gateways$/, replacement: fileOf('../generated/gateways.ts') },
  { find: /^iamport-kit$/, replacement: fileOf('../src/index.ts') },
  { find: /^iamport-kit\/validators\/(.*)$/, replacement: fileOf('../generated/validators/$1.js') },
];

/** For the tests of the runtime: they run a packed and installed package, as Node loads it, instead of the sources. */
const installedIn = (folder: string): Alias[] => [
  { find: /^(?:\.\.\/)+src\/(.*)\.js$/, replacement: `${folder}/dist/node/$1.js` },
  { find: /^iamport-kit\/(gateways|validators\/.*)$/, replacement: `${folder}/dist/generated/$1.js` },
  { find: /^iamport-kit$/, replacement: `${folder}/dist/node/index.js` },
];

// Tests that take long, or need programs that `.ci/run` installs, are named `*.long.test.ts`: `npm run test:long` runs them, and the long
// forms of some others.
export default defineConfig(({ mode }) => ({
  // The sandbox imports the runtime as a package; tests run the sources, not what was last built.
  resolve: {
    alias: process.env.IAMPORT_KIT_INSTALLED === undefined ? SOURCES : installedIn(process.env.IAMPORT_KIT_INSTALLED),
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
