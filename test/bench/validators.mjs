// How long it takes to validate an answer of 100 payments, as ratios in one run. `npm run bench`
import os from 'node:os';
import { performance } from 'node:perf_hooks';

import { isPaymentsResult } from '../../generated/validators/PaymentsResult.js';
import { paymentsAnswer } from './payments-answer.mjs';
import { stockAjv, valibotIs, zodIs } from './peers.mjs';
import { isPaymentsResult as typiaIs } from './typia-is.mjs';

/** How many times as long as ours each must take at least. */
const BARS = { 'JSON.parse': 25, 'Ajv standalone': 5, typia: 1, 'zod 4': 10, valibot: 50 };

const text = paymentsAnswer();
const data = JSON.parse(text);

const subjects = {
  'JSON.parse': () => JSON.parse(text) !== undefined,
  'iamport-kit': () => isPaymentsResult(data),
  'Ajv standalone': bind(stockAjv()),
  typia: bind(typiaIs),
  'zod 4': bind(zodIs()),
  valibot: bind(valibotIs()),
};

function bind(is) {
  return () => is(data);
}

/** Microseconds a call, the best of interleaved rounds: every subject meets the same noise. */
function measure() {
  const best = Object.fromEntries(Object.keys(subjects).map((name) => [name, Infinity]));
  for (let round = 0; round < 40; round += 1) {
    for (const [name, run] of Object.entries(subjects)) {
      const calls = Math.max(3, Math.round(20_000 / Math.min(best[name], 5_000)));
      const started = performance.now();
      for (let call = 0; call < calls; call += 1) if (!run()) throw new Error(`${name} refuses the answer`);
      best[name] = Math.min(best[name], ((performance.now() - started) * 1000) / calls);
    }
  }
  return best;
}

const best = measure();
const ours = best['iamport-kit'];
console.log(
  `Node ${process.version}, ${os.cpus()[0]?.model ?? 'unknown processor'}, ${(text.length / 1000).toFixed(0)} kB of JSON, 100 payments\n`,
);
for (const [name, time] of Object.entries(best)) {
  const ratio = time / ours;
  const bar = BARS[name];
  const verdict = bar === undefined ? '' : `   bar ${bar} ×: ${ratio >= bar ? 'met' : 'MISSED'}`;
  console.log(
    `${name.padEnd(16)}${time.toFixed(1).padStart(9)} µs ${ratio.toFixed(1).padStart(8)} × iamport-kit${verdict}`,
  );
}
console.log(
  `\nvalidating takes ${((100 * ours) / best['JSON.parse']).toFixed(1)} % of the time JSON.parse takes on the same text`,
);
