import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runCli, type CliResult } from './run-cli.js';

// A repository of two services with a shared file, an overlay, fixtures, and documents that Git ignores.

const document = (rest: string): string => `openapi: 3.1.0
info: { title: Pets, version: '1', license: { name: MIT, identifier: MIT } }
servers: [{ url: https://pets.test }]
security: []
paths: {}
${rest}`;
const SHARED = "components: { schemas: { Pet: { $ref: '../common/pet.yaml' } } }\n";

let repository: string;
beforeAll(() => {
  repository = realpathSync(mkdtempSync(path.join(tmpdir(), 'iamport-kit-')));
  put('.gitignore', 'build/\n');
  put('common/pet.yaml', "type: object\nproperties: { openapi: { type: string, pattern: '(' } }\n");
  put('pay/openapi.yaml', document(SHARED));
  put(
    'pay/overlay.yaml',
    "overlay: 1.0.0\ninfo: { title: O, version: '1' }\nactions: [{ target: $.info, update: { summary: S } }]\n",
  );
  // Files that only mention the words: a configuration, a broken one, a list, and what is not text.
  put('pay/config.yaml', 'openapi:\n  input: openapi.yaml\noverlay: true\n');
  put('pay/broken.json', '{ "openapi": ');
  put('pay/list.json', '["openapi", { "openapi": "3.1.0" }]');
  put('pay/binary.yml', '\u0000\u0001 openapi \ufffd');
  put('pay/fixtures/answer.json', '{ "body": { "openapi": "3.1.0" } }');
  put(
    'ship/openapi.json',
    JSON.stringify({ openapi: '3.1.0', info: { title: 'Ship', version: '1' }, paths: {}, tags: 1 }, null, 2),
  );
  put('ship/build/openapi.yaml', document('tags: 1\n'));
});
afterAll(() => rmSync(repository, { recursive: true }));

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(repository, name)), { recursive: true });
  writeFileSync(path.join(repository, name), text);
}

function lint(args: readonly string[], stdin = ''): Promise<CliResult> {
  return runCli(['lint', ...args, '--format', 'compact', '--ruleset', 'structure'], repository, {}, stdin);
}

const SHIP = 'ship/openapi.json:8:11: error: Expected type `TagList` (array) but got `integer` [struct]\n';

describe('several documents are linted at once', () => {
  it.each<[title: string, args: readonly string[], want: string, code: number]>([
    ['a folder', ['.'], `${SHIP}1 problem in 3 documents\n`, 1],
    ['folders', ['pay', 'common/pet.yaml/..', 'ship'], `${SHIP}1 problem in 3 documents\n`, 1],
    ['a glob', ['*/openapi.*'], `${SHIP}1 problem in 2 documents\n`, 1],
    ['a glob that ends with a star', ['pay/*'], '2 documents are clean\n', 0],
    ['files', ['ship/openapi.json', 'pay/openapi.yaml'], `${SHIP}1 problem in 2 documents\n`, 1],
    ['--ignore', ['.', '--ignore', 'ship'], '2 documents are clean\n', 0],
    ['a negated glob', ['.', '!ship/**'], '2 documents are clean\n', 0],
    ['one of them', ['ship', '--ignore', 'none'], `${SHIP}1 problem in ship/openapi.json\n`, 1],
    ['all left out', ['pay/openapi.yaml', '--ignore', 'pay'], '0 documents are clean\n', 0],
  ])('%s', async (_title, args, want, code) => {
    expect(await lint(args)).toEqual({ code, stdout: want, stderr: '' });
  });

  it('a document that Git ignores is linted when it is named', async () => {
    const { code, stdout } = await lint(['ship/build/openapi.yaml']);
    expect(stdout).toContain('1 problem in ship/build/openapi.yaml');
    expect(code).toBe(1);
  });

  it('what two documents share is found once', async () => {
    put('pay/second.yaml', document(SHARED));
    const { stdout } = await runCli(
      ['lint', 'pay', '--format', 'compact', '--rule', 'pattern-is-linear=off'],
      repository,
    );
    expect(stdout.match(/^common\/pet\.yaml:2:\d+: error: .* \[pattern-compiles\]$/gm)).toHaveLength(1);
    rmSync(path.join(repository, 'pay/second.yaml'));
  });

  it('reports have all of them, with the lines around', async () => {
    const { stdout } = await runCli(
      ['lint', '.', '--ruleset', 'structure', '--output', 'sarif=lint.sarif', '--format', 'pretty', '--lang', 'ko'],
      repository,
    );
    expect(stdout).toMatch(/^ship\/openapi\.json:8:11 {2}error {2}struct$/m);
    expect(stdout).toContain('  8 |   "tags": 1');
    expect(stdout).toMatch(/문서 3개: 문제 1건\n$/);
  });

  it('one that cannot be read does not keep the others from the report', async () => {
    put('broken.yaml', 'openapi: 3.1.0\ninfo: [\n');
    put('old.yaml', "swagger: '2.0'\n");
    const result = await lint(['broken.yaml', 'old.yaml', 'ship']);
    expect(result.stdout).toBe(`${SHIP}1 problem in 3 documents\n`);
    expect(result.stderr).toMatch(/^iamport-kit: cannot read broken\.yaml:3:1 .*\niamport-kit: old\.yaml:1:10 .*\n$/);
    expect(result.code).toBe(2);
    rmSync(path.join(repository, 'broken.yaml'));
    rmSync(path.join(repository, 'old.yaml'));
  });

  it.each<[title: string, bytes: Buffer]>([
    ['with a mark', Buffer.from('\ufeffopenapi: 3.1.0\n', 'utf16le')],
    ['without one', Buffer.from('openapi: 3.1.0\n', 'utf16le')],
    ['in the other order', Buffer.from('openapi: 3.1.0\n', 'utf16le').swap16()],
  ])('says that a document is UTF-16, %s', async (_title, bytes) => {
    writeFileSync(path.join(repository, 'utf16.yaml'), bytes);
    expect(await lint(['utf16.yaml'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'iamport-kit: cannot read utf16.yaml (it is UTF-16; save it as UTF-8)\n',
    });
    rmSync(path.join(repository, 'utf16.yaml'));
  });

  it('has one finding for a nullable without a type, also where examples cannot be checked for it', async () => {
    put(
      'nullable.yaml',
      `openapi: 3.0.3
info: { title: Pets, version: '1', license: { name: MIT, url: https://mit.test } }
servers: [{ url: https://pets.test }]
security: []
paths: {}
components: { schemas: { B: { type: object }, A: { nullable: true, allOf: [{ $ref: '#/components/schemas/B' }], example: null } } }
`,
    );
    const args = ['lint', 'nullable.yaml', '--format', 'compact', '--rule', 'no-unused-components=off'];
    expect(await runCli(args, repository)).toEqual({
      code: 0,
      stdout: `nullable.yaml:6:62: warning: The \`type\` field must be defined when the \`nullable\` field is used. [nullable-type-sibling]
1 problem in nullable.yaml
`,
      stderr: '',
    });
    rmSync(path.join(repository, 'nullable.yaml'));
  });

  it('refuses a folder without documents', async () => {
    expect(await lint(['common', 'pay/fixtures'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'iamport-kit: no OpenAPI document or overlay in common pay/fixtures\n',
    });
  });
});

describe('a document on stdin', () => {
  it.each<[title: string, args: readonly string[], stdin: string, want: string, code: number]>([
    [
      'YAML',
      ['-'],
      document('tags: 1\n'),
      '<stdin>:6:7: error: Expected type `TagList` (array) but got `integer` [struct]\n1 problem in <stdin>\n',
      1,
    ],
    [
      'JSON',
      ['-'],
      JSON.stringify({ openapi: '3.1.0', info: { title: 'A', version: '1' }, paths: {} }),
      '<stdin> is clean\n',
      0,
    ],
    ['with Windows line ends', ['-'], document('').replaceAll('\n', '\r\n'), '<stdin> is clean\n', 0],
    [
      'an overlay',
      ['-', '--spec', 'pay/openapi.yaml'],
      'overlay: 1.0.0\ninfo: { title: O, version: "1" }\nactions: []\n',
      '<stdin>:3:10: error: The overlay has no action; it needs at least one. [overlay-has-actions]\n1 problem in <stdin>\n',
      1,
    ],
    [
      'with a name, to which references are relative',
      ['-', '--stdin-name', 'pay/new.yaml'],
      document(SHARED),
      'pay/new.yaml is clean\n',
      0,
    ],
    ['beside files', ['-', 'ship'], document(''), `${SHIP}1 problem in 2 documents\n`, 1],
  ])('%s', async (_title, args, stdin, want, code) => {
    expect(await lint(args, stdin)).toEqual({ code, stdout: want, stderr: '' });
  });

  it('that replaces a file shows its own lines', async () => {
    const { stdout } = await runCli(
      ['lint', '-', '--stdin-name', 'pay/openapi.yaml', '--ruleset', 'structure'],
      repository,
      {},
      document('tags: 1\n'),
    );
    expect(stdout).toContain('  6 | tags: 1');
  });

  it('that is empty or no document is refused', async () => {
    for (const text of ['', 'a: 1\n', '[', '\u0000'])
      expect(await lint(['-'], text)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/<stdin>/) as string,
      });
  });
});
