import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

const HEAD = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";

let base: string;
let folder: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  folder = path.join(base, 'project');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), '{}');
  writeFileSync(path.join(base, 'secret.yaml'), 'Secret: { type: string, description: canary }');
  writeFileSync(path.join(base, 'secret.json'), '{ "canary": true }');
});
afterEach(() => rmSync(base, { recursive: true }));

async function generate(
  text: string,
  ...args: string[]
): Promise<{ code: number | null; output: string; written: string[] }> {
  writeFileSync(path.join(folder, 'spec.yaml'), text);
  const { code, stdout, stderr } = await runCli(['generate', '--spec', 'spec.yaml', '--out', 'out', ...args], folder);
  const written = readdirSync(folder).filter((name) => name === 'out');
  return { code, output: stdout + stderr, written };
}

const nested = (levels: number): string =>
  `${HEAD}components: { schemas: { A: ${'{ items: '.repeat(levels)}{ type: string }${' }'.repeat(levels)} } }\n`;
const stairs = Array.from({ length: 500 }, (_, level) =>
  level === 0 ? 'x-s:\n  - &s0 [x]\n' : `  - &s${level} [*s${level - 1}]\n`,
).join('');
const laughs = Array.from('bcdefghij').reduce(
  (text, key, index) =>
    `${text}  ${key}: &${key} [${Array(9)
      .fill(`*${'abcdefghij'[index] ?? ''}`)
      .join(', ')}]\n`,
  'x-a:\n  a: &a [x, x]\n',
);
const example = (file: string): string =>
  `${HEAD}paths: { /a: { get: { operationId: a, responses: { '200': { description: D, content: { application/json: { schema: {}, examples: { one: { externalValue: '${file}' } } } } } } } } }\n`;

describe('a spec cannot', () => {
  it.each<[title: string, text: () => string, message: RegExp]>([
    [
      'read a file outside the project',
      () => `${HEAD}components: { schemas: { A: { $ref: '../secret.yaml#/Secret' } } }`,
      /must stay inside project\//,
    ],
    [
      'read an absolute path',
      () => `${HEAD}components: { schemas: { A: { $ref: '${base}/secret.yaml#/Secret' } } }`,
      /must stay inside project\//,
    ],
    [
      'read a file: URL',
      () => `${HEAD}components: { schemas: { A: { $ref: 'file://${base}/secret.yaml#/Secret' } } }`,
      /not followed|must stay inside/,
    ],
    ['take an example from outside the project', () => example('../secret.json'), /outside project\//],
    ['multiply by aliases', () => HEAD + laughs, /aliases expand to more than 2,000,000 values/],
    ['nest without end', () => nested(3000), /spec\.yaml:3:\d+ as YAML or JSON: nesting exceeded/],
    ['nest without end by aliases', () => HEAD + stairs, /nested deeper than 400 levels/],
    [
      'nest without end in one line of JSON',
      () => `{ "openapi": "3.1.0", "x-a": ${'['.repeat(100_000)}${']'.repeat(100_000)} }`,
      /nest|depth|stack|YAML or JSON/i,
    ],
    [
      'reach into prototypes',
      () => `${HEAD}x-a: { __proto__: { polluted: true } }`,
      /spec\.yaml:3:\d+: the key "__proto__" is not supported/,
    ],
    ['hide a key behind another of the same name', () => `${HEAD}x-a: 1\nx-a: 2`, /duplicated mapping key/],
    ['contain itself', () => `${HEAD}x-a: &a [*a]`, /alias contains itself|unidentified alias/],
    [
      'refer in a circle',
      () => `${HEAD}components: { schemas: { A: { $ref: '#/components/schemas/A' } } }`,
      /cannot check spec\.yaml:3:37: .*circular/,
    ],
  ])('%s', async (_title, text, message) => {
    const { code, output, written } = await generate(text());
    expect(output).toMatch(message);
    expect(output).not.toMatch(/this is a bug|canary/);
    expect([1, 2]).toContain(code);
    expect(written).toEqual([]);
  });

  it('follow a link out of the project', async () => {
    symlinkSync(path.join(base, 'secret.yaml'), path.join(folder, 'link.yaml'));
    const { code, output } = await generate(`${HEAD}components: { schemas: { A: { $ref: 'link.yaml#/Secret' } } }`);
    expect(output).toMatch(/must stay inside project\//);
    expect(code).toBe(1);
  });

  it('make this machine ask an address, unless the host was named, and then only over https', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end('Secret: { type: string }');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const text = `${HEAD}components: { schemas: { A: { $ref: 'http://127.0.0.1:${port}/a.yaml#/Secret' } } }`;
    for (const args of [[], ['--allow-remote', `127.0.0.1:${port}`]]) {
      const { code, output } = await generate(text, ...args);
      expect(output).toMatch(/references to other hosts are not followed but over https/);
      expect(code).toBe(1);
    }
    server.close();
    expect(asked).toBe(0);
  });

  it('name a host that is none', async () => {
    const { code, output } = await generate(HEAD, '--allow-remote', 'https://example.com/');
    expect({ code, output }).toEqual({
      code: 2,
      output: 'iamport-kit: --allow-remote expects host names such as example.com, not "https://example.com/"\n',
    });
  });
});
