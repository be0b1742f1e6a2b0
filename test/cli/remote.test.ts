import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { generate as selfsigned } from 'selfsigned';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CERTIFICATE = path.join(folder, 'certificate.pem');
const ANSWERS: Readonly<Record<string, string>> = {
  '/things/a.yaml': 'A: { type: object, properties: { b: { $ref: "../b.yaml#/B" } } }\n',
  '/b.yaml': 'B: { type: string, description: From far away. }\n',
};

let server: Server;
let host = '';
beforeAll(async () => {
  const { cert, private: key } = await selfsigned([{ name: 'commonName', value: '127.0.0.1' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  writeFileSync(CERTIFICATE, cert);
  server = createServer({ cert, key }, (request, response) => {
    const text = ANSWERS[request.url ?? ''];
    if (text === undefined) response.writeHead(302, { location: '/b.yaml' }).end();
    else response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function run(
  command: 'generate' | 'lint',
  file: string,
  env: Readonly<Record<string, string>> = { NODE_EXTRA_CA_CERTS: CERTIFICATE },
): Promise<{ code: number | null; output: string }> {
  const schema = `{ $ref: 'https://${host}${file}' }`;
  writeFileSync(
    path.join(folder, 'openapi.yaml'),
    `openapi: 3.1.0\ninfo: { title: T, version: '1' }\ncomponents: { schemas: { Thing: ${schema} } }\n`,
  );
  const args = command === 'generate' ? ['--spec', 'openapi.yaml', '--out', 'out'] : ['openapi.yaml', '--quiet'];
  const { code, stdout, stderr } = await runCli([command, ...args, '--allow-remote', host], folder, env);
  return { code, output: stdout + stderr };
}

it('takes in files of a host that is allowed, and what they refer to there', async () => {
  expect(await run('generate', '/things/a.yaml#/A')).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(folder, 'out/models.ts'), 'utf8')).toContain('From far away.');
  const manifest = JSON.parse(readFileSync(path.join(folder, 'out/manifest.json'), 'utf8')) as object;
  expect(manifest).toMatchObject({
    sources: ['openapi.yaml', `https://${host}/b.yaml`, `https://${host}/things/a.yaml`],
  });
  const { output } = await run('lint', '/things/a.yaml#/A');
  expect(output).not.toContain('no-unresolved-refs');
});

it('names the place of what is redirected, and follows nothing', async () => {
  const redirected = { code: 1, output: expect.stringContaining(`redirects to https://${host}/b.yaml`) as string };
  const found = await run('generate', '/elsewhere.yaml#/B');
  expect(found).toEqual(redirected);
  expect(found.output).toMatch(/openapi\.yaml:3:\d+/);
  expect(await run('lint', '/elsewhere.yaml#/B')).toEqual(redirected);
});

it('does not believe a certificate that nobody vouches for', async () => {
  const { code, output } = await run('generate', '/things/a.yaml#/A', {});
  expect(output).toMatch(/openapi\.yaml:3:\d+[\s\S]*cannot be asked \(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
  expect(code).toBe(1);
});
