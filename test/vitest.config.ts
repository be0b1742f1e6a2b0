import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 180_000,
    // Import CommonJS packages the way Node does; the default guesses, and guesses differently.
    deps: { interopDefault: false },
  },
});
