import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

const run = promisify(execFile);
const project = mkdtempSync(path.join(tmpdir(), 'iamport-kit-standard-'));
const inProject = async (...[program, ...args]: readonly [string, ...string[]]): Promise<string> => {
  const { stdout } = await run(program, args, {
    cwd: project,
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined },
  });
  return stdout;
};

// The examples take the schemas as they are into libraries that know Standard Schema, as their users install them.
beforeAll(async () => {
  const { stdout } = await run('npm', ['pack', '--pack-destination', project]);
  cpSync('test/package/standard-schema', project, { recursive: true });
  writeFileSync(path.join(project, 'package.json'), '{ "private": true, "type": "module" }');
  const compilerOptions = { module: 'nodenext', target: 'es2023', strict: true, outDir: 'out', skipLibCheck: true };
  writeFileSync(path.join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const packages = [
    'hono@4',
    '@hono/standard-validator@0.4',
    '@trpc/server@11',
    'fastify@5',
    'vitest@4',
    'typescript@5.9',
    '@types/node@22',
    '@standard-schema/spec@1',
  ];
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error'];
  await inProject('npm', 'install', ...flags, `./${stdout.trim()}`, ...packages);
  await inProject('node', 'node_modules/typescript/bin/tsc');
});
afterAll(() => rmSync(project, { recursive: true }));

it.each([
  ['Hono', 'hono', '200 imp_1 400\n'],
  ['tRPC', 'trpc', 'imp_1 BAD_REQUEST\n'],
  [
    'Fastify',
    'fastify',
    '200 imp_1\n400 {"statusCode":400,"code":"FST_ERR_VALIDATION","error":"Bad Request","message":"must have the property \\"merchant_uid\\""}\nPaymentWebhook\n',
  ],
])('%s takes the schemas as they are', async (_title, file, want) => {
  expect(await inProject('node', `out/${file}.js`)).toBe(want);
});

it('vitest takes them in schemaMatching', async () => {
  expect(await inProject('node', 'node_modules/vitest/vitest.mjs', 'run', 'out/schema-matching.test.js')).toMatch(
    /1 passed/,
  );
});

it('their types are those of the standards', async () => {
  const text = `import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import { Payment } from 'iamport-kit/validators';
import { Payment as WithJson } from 'iamport-kit/standard/Payment';

export const one: StandardSchemaV1<Payment, Payment> = Payment;
export const other: StandardSchemaV1<Payment, Payment> & StandardJSONSchemaV1<Payment, Payment> = WithJson;
`;
  writeFileSync(path.join(project, 'types.ts'), text);
  expect(await inProject('node', 'node_modules/typescript/bin/tsc', '--noEmit')).toBe('');
});
