import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';

import { median } from './run-program.mjs';

/** How much processor time a call may take, as a multiple of openapi-fetch alone. */
const BAR = 1.15;

/** Processor time of reading one payment and a hundred, with and without validation, against openapi-fetch alone. */
export async function measureCalls(print) {
  const server = fork('test/bench/answer-server.mjs');
  try {
    const [port] = await once(server, 'message');
    return [
      ...rowsOf(sample(port, { payments: 1, rounds: 400 }), 'one payment', print),
      ...rowsOf(sample(port, { payments: 100, rounds: 200 }), '100 payments', print),
    ];
  } finally {
    server.disconnect();
  }
}

function sample(port, { payments, rounds }) {
  const argv = ['test/bench/call-cost.mjs', port, payments, rounds].map(String);
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`call-cost.mjs ended with ${status}:\n${stdout}${stderr}`);
  return JSON.parse(stdout);
}

function rowsOf(samples, what, print) {
  const medians = Object.entries(samples).map(([name, all]) => `${name} ${median(all).toFixed(3)}`);
  print(`  ${what}, milliseconds a call: ${medians.join(', ')}`);
  // Pairs taken one after another: what else the machine does falls on both.
  const ratio = (name, base) => median(samples[name].map((spent, index) => spent / samples[base][index]));
  return [
    { name: `calling: ${what}, times openapi-fetch`, value: ratio('on', 'openapi-fetch'), atMost: BAR, note: '' },
    { name: `calling: ${what}, validate off`, value: ratio('off', 'openapi-fetch'), atMost: BAR, note: '' },
    // What is left of noise after the median of all pairs.
    { name: `calling: ${what}, validate off against on`, value: ratio('off', 'on'), atMost: 1.02, note: '' },
  ];
}
