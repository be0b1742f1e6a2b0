import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { samplesOf } from '../contract/documentation.js';

// The guide to webhooks, sample by sample, in the frameworks themselves: a payment of the sandbox is told as JSON and once more as a form.

const FRAMEWORKS = [
  ...['express@5', 'fastify@5', 'hono@4'],
  ...['@nestjs/common@11', '@nestjs/core@11', '@nestjs/platform-express@11', 'reflect-metadata@0.2', 'rxjs@7'],
];

const run = promisify(execFile);
const shop = mkdtempSync(path.join(tmpdir(), 'iamport-kit-webhooks-'));

const FULFILLMENT = `import { createFulfillment, createIamport } from 'iamport-kit';
import { createSandbox } from '@iamport-kit/sandbox';

const sandbox = createSandbox();
const shipped = [];
export const fulfillment = createFulfillment({
  iamport: createIamport(sandbox.clientOptions()),
  order: (id) => (id === 'order-1' ? { amount: 1004 } : null),
  onPaid: ({ imp_uid }) => void shipped.push(imp_uid),
  onError: (error) => console.error(error),
  allowSandbox: true,
});

export async function visit(send) {
  const window = await sandbox.merchant().requestPay({ merchant_uid: 'order-1', amount: 1004, name: 'a', pg: 'html5_inicis' });
  const { imp_uid, merchant_uid } = (await window.approve()).callback;
  const told = { imp_uid, merchant_uid, status: 'paid' };
  const json = { body: JSON.stringify(told), headers: { 'content-type': 'application/json' } };
  const form = { body: new URLSearchParams(told).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  const statuses = [];
  for (const sent of [json, form, { ...json, body: '{"imp_uid":' }]) statuses.push((await send({ method: 'POST', ...sent })).status);
  console.log(statuses.join(' '), shipped.length);
  process.exit(0);
}

export const to = (url) => (request) => fetch(url + '/payments/webhook', request);
`;

const APP_MODULE = `import 'reflect-metadata';
import { Module } from '@nestjs/common';

export class AppModule {}
Module({})(AppModule);
`;

/** Framework, a word that only its sample has, and the program around the sample. */
const PROGRAMS = [
  [
    'express, with a body parser',
    'express.json()',
    (sample: string) =>
      `import express from 'express';\nconst app = express();\napp.use(express.json());\n${sample}
const server = app.listen(0, '127.0.0.1', () => visit(to('http://127.0.0.1:' + server.address().port)));`,
  ],
  [
    'express',
    'express.json()',
    (sample: string) =>
      `import express from 'express';\nconst app = express();\n${sample}
const server = app.listen(0, '127.0.0.1', () => visit(to('http://127.0.0.1:' + server.address().port)));`,
  ],
  [
    'nest',
    'NestFactory',
    (sample: string) =>
      `${sample.replace('listen(3000)', "listen(0, '127.0.0.1')")}\nawait visit(to(await nest.getUrl()));`,
  ],
  [
    'next',
    'export const POST',
    (sample: string) =>
      `${sample}\nawait visit((request) => POST(new Request('http://shop/payments/webhook', request)));`,
  ],
  [
    'hono',
    "from 'hono'",
    (sample: string) =>
      `${sample}\nawait visit((request) => hono.fetch(new Request('http://shop/payments/webhook', request)));`,
  ],
  [
    'fastify',
    'toFastifyPlugin',
    (sample: string) => `${sample}\nawait visit(to(await server.listen({ port: 0, host: '127.0.0.1' })));`,
  ],
] as const;

beforeAll(async () => {
  writeFileSync(path.join(shop, 'package.json'), '{ "type": "module", "private": true }');
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...FRAMEWORKS], { cwd: shop });
  const modules = path.join(shop, 'node_modules');
  mkdirSync(path.join(modules, '@iamport-kit'));
  symlinkSync(path.resolve('.'), path.join(modules, 'iamport-kit'));
  symlinkSync(path.resolve('scripts/sandbox'), path.join(modules, '@iamport-kit/sandbox'));
  writeFileSync(path.join(shop, 'fulfillment.js'), FULFILLMENT);
  writeFileSync(path.join(shop, 'app.module.js'), APP_MODULE);
}, 180_000);

afterAll(() => rmSync(shop, { recursive: true }));

describe.each(['en', 'ko'])('the guide to webhooks: %s', (language) => {
  const samples = samplesOf(`scripts/site/pages/${language}/guides/webhooks.md`).filter(
    (each) => each.language === 'ts',
  );

  it.each(PROGRAMS)(
    '%s',
    async (name, word, programOf) => {
      const [sample, ...others] = samples.filter(({ code }) => code.includes(word));
      expect(others).toEqual([]);
      const program = programOf(sample?.code ?? '');
      const names = program.includes("from './fulfillment.js'") ? 'to, visit' : 'fulfillment, to, visit';
      const { code } = await transform(`import { ${names} } from './fulfillment.js';\n${program}`, { loader: 'ts' });
      const file = path.join(shop, `${language}-${name.replaceAll(/\W+/g, '-')}.js`);
      writeFileSync(file, code);
      const { stdout } = await run(process.execPath, [file], { cwd: shop });
      expect(stdout.trim().split('\n').at(-1)).toBe('200 200 400 1');
    },
    60_000,
  );
});
