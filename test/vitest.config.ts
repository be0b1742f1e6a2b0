import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 180_000,
    // Many tests wait for programs and timers: on two cores, one worker at a time would leave one of them idle.
    maxWorkers: 2,
    // Import CommonJS packages the way Node does; the default guesses, and guesses differently.
    deps: { interopDefault: false },
  },
});
