import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
beforeAll(() => cpSync('dist/generated/validators', path.join(folder, 'validators'), { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true }));

it('run from an empty folder as plain ES modules, also where code from strings is forbidden', async () => {
  // A real .mjs file: `node -e` defines `require`, and would hide one.
  writeFileSync(
    path.join(folder, 'use.mjs'),
    `import { checkPayment, isPayment } from './validators/Payment.js';
import * as all from './validators/index.js';
const payment = { imp_uid: 'imp_1', merchant_uid: 'o', amount: 1, cancel_amount: 0, currency: 'KRW', status: 'paid' };
console.log(isPayment(payment), checkPayment({ ...payment, amount: '1' }).issues[0].pointer, Object.keys(all).length > 80);
`,
  );
  const flags = ['--disallow-code-generation-from-strings', 'use.mjs'];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { cwd: folder });
  expect(stdout).toBe('true /amount true\n');
});

it('can be dropped by a bundler: importing one from the barrel brings only what it calls', async () => {
  writeFileSync(path.join(folder, 'one.mjs'), "export { isPaymentPage } from './validators/index.js';");
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, 'one.mjs')],
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  expect(text).toContain('Payment.js');
  for (const other of ['PaymentCallback', 'CancelPaymentInput', 'PaymentBalance'])
    expect(text).not.toContain(`/${other}.js`);
});

// One validator with all that it calls. Raise a budget only with a reason in the commit.
it.each([
  // All exports, the Standard Schema included.
  ['Payment', 12_500, 3_000],
  ['PaymentsResponse', 16_000, 4_000],
  ['PaymentCallback', 8_000, 2_000],
])('%s stays within %d bytes minified and %d gzipped', async (name, minified, gzipped) => {
  const { outputFiles } = await build({
    stdin: { contents: `export * from './validators/${name}.js';`, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const text = outputFiles[0]?.contents ?? new Uint8Array();
  expect(text.length).toBeLessThanOrEqual(minified);
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(gzipped);
});
