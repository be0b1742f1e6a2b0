import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

import { expect, it } from 'vitest';

const run = promisify(execFile);

it('the heap stays as it is over 100,000 calls, with one signal for all of them', { timeout: 600_000 }, async () => {
  const server = fork('test/bench/answer-server.mjs');
  try {
    // Edge: the server says its port.
    const [port] = (await once(server, 'message')) as [number];
    const root = process.env.IAMPORT_KIT_INSTALLED ?? process.cwd();
    const args = ['--expose-gc', 'test/runtime/heap-process.mjs', root, String(port)];
    const { stdout } = await run(process.execPath, args);
    // Edge: what the program prints.
    const [before, after] = JSON.parse(stdout) as [number, number];
    // A call that left ten bytes behind would leave 900,000.
    expect(after - before).toBeLessThan(800_000);
  } finally {
    server.disconnect();
  }
});
