import { afterAll, afterEach } from 'vitest';

/** Prints how many tests of a file hold, when all of them have run. */
export function printHeld(what: string): void {
  const count = { held: 0, all: 0 };
  afterEach(({ task }) => {
    count.all += 1;
    if (task.result?.state === 'pass') count.held += 1;
  });
  afterAll(() => {
    console.log(`${what}: ${count.held} of ${count.all}`);
  });
}
