import { gzipSync } from 'node:zlib';
import { performance } from 'node:perf_hooks';

import { build } from 'esbuild';

import { isPaymentsResult } from '../../dist/generated/validators/PaymentsResult.js';
import { paymentsAnswer } from './payments-answer.mjs';
import { stockAjv, valibotIs, zodIs } from './peers.mjs';
import { isPaymentsResult as typiaIs } from './typia-is.mjs';

/** How many times as long as ours each must take at least. */
const BARS = { 'Ajv standalone': 5, 'typia is': 1, 'zod 4': 10, valibot: 50 };

/** Validating an answer of 100 payments, against others and against parsing its text. */
export function measureValidators(print) {
  const text = paymentsAnswer();
  const data = JSON.parse(text);
  const bind = (is) => () => is(data);
  const best = measure({
    'JSON.parse': () => JSON.parse(text) !== undefined,
    'iamport-kit': bind(isPaymentsResult),
    'Ajv standalone': bind(stockAjv()),
    'typia is': bind(typiaIs),
    'zod 4': bind(zodIs()),
    valibot: bind(valibotIs()),
  });
  print(`  ${(text.length / 1000).toFixed(0)} kB of JSON, 100 payments, microseconds:`);
  print(
    `  ${Object.entries(best)
      .map(([name, time]) => `${name} ${time.toFixed(1)}`)
      .join(', ')}`,
  );
  const ours = best['iamport-kit'];
  return [
    { name: 'validating: % of the time of JSON.parse', value: (100 * ours) / best['JSON.parse'], atMost: 4, note: '' },
    ...Object.entries(BARS).map(([name, atLeast]) => ({
      name: `validating: ${name} takes times as long`,
      value: best[name] / ours,
      atLeast,
      note: '',
    })),
  ];
}

/** Microseconds a call, the best of interleaved rounds: every subject meets the same noise. */
function measure(subjects) {
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

/** The validator of a payment with everything it needs, as a bundler ships it. */
export async function measureSize() {
  const { outputFiles } = await build({
    stdin: { contents: `export * from './dist/generated/validators/Payment.js';`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const [{ contents }] = outputFiles;
  return [
    {
      name: 'validator of a payment with all it needs: kB minified',
      value: contents.length / 1000,
      atMost: 12,
      note: '',
    },
    {
      name: 'validator of a payment with all it needs: kB gzipped',
      value: gzipSync(contents, { level: 9 }).length / 1000,
      atMost: 3,
      note: '',
    },
  ];
}
