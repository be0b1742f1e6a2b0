import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli, type CliResult } from './run-cli.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
const lint = (...args: string[]): Promise<CliResult> => runCli(['lint', ...args], folder);

/** A document whose schemas are references. */
const withSchemas = (schemas: string): string => `openapi: 3.1.0
info: { title: Pets, version: '1', license: { name: MIT, url: 'https://x.example' } }
servers: [{ url: 'https://pets.test' }]
security: []
paths: {}
components: { schemas: { ${schemas} } }
`;

describe('lint of references that cannot be followed', () => {
  it('names the place of a cycle of references, also beside a file that does not exist', async () => {
    put('a.yaml', withSchemas("L: { $ref: '#/components/schemas/L' }, B: { $ref: no.yaml }"));
    const { code, stderr } = await lint('a.yaml');
    expect(stderr).toMatch(/^iamport-kit: cannot check a\.yaml:6:\d+: /);
    expect(code).toBe(2);
  });

  it('prints in Korean why a reference is not followed, where the reason is ours', async () => {
    put('package.json', '{}');
    put('proto.yaml', 'x: { type: object }\n__proto__: { a: 1 }\n');
    const targets = [
      'https://pets.test/a.yaml',
      'http://pets.test/a.yaml',
      '../../b.yaml',
      'proto.yaml',
      'missing.yaml',
    ];
    const schemas = targets.map((target, index) => `S${index}: { $ref: '${target}#/x' }`).join(', ');
    put('a.yaml', withSchemas(schemas));
    const { stdout } = await lint('a.yaml', '--lang', 'ko', '--format', 'json');
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; message: string }[] };
    const found = diagnostics.filter(({ code }) => code === 'no-unresolved-refs').map(({ message }) => message);
    expect(found).toEqual(
      [
        '다른 호스트의 파일은 읽지 않습니다. 파일을 스펙 옆에 두거나 --allow-remote pets.test로 허용하세요',
        '다른 호스트의 파일은 https로만 읽습니다. 파일을 스펙 옆에 두세요',
        `프로젝트 폴더인 ${path.basename(folder)}/ 안에 있는 파일만 참조할 수 있습니다`,
        "'__proto__' 키를 지원하지 않음",
        // The file system's own words.
        "Can't resolve $ref: ENOENT: no such file or directory 'missing.yaml'",
        "'__proto__' 키를 지원하지 않음",
      ].map((reason) => expect.stringContaining(`"${reason}"`) as string),
    );
  });
});
