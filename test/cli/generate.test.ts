import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  cpSync('test/golden/spec', path.join(folder, 'spec'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...parts: string[]): string => path.join(folder, ...parts);

/** Every file below the folder with its text, to show that nothing has changed. */
function contents(): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(at(file)).isFile(),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(at(file), 'utf8')]));
}

describe('generate', () => {
  it('writes the output and says what it did', async () => {
    const { code, stdout, stderr } = await runCli(['generate'], folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.replace(/[\d.]+ s$/m, 'T s')).toBe(
      `spec/openapi.yaml  3 operations, 10 schemas, clean
generated/         models.ts paths.ts resources/ api.ts schemas.ts index.ts + 10 validators, 10 JSON Schemas
                   32 changed, 0 unchanged, T s
`,
    );
    expect((await runCli(['generate'], folder)).stdout).toContain('0 changed, 32 unchanged');
  });

  it('writes a subset', async () => {
    await runCli(['generate', '--include', 'notes', '--out', 'src/notes'], folder);
    const text = readFileSync(at('src/notes/resources/notes.ts'), 'utf8');
    expect(text).toContain("'list-notes'");
    expect(text).not.toContain('getCoin');
    expect(readdirSync(at('src/notes/schemas')).sort()).toEqual(['ListNotes200Response.json', 'ListNotesInput.json']);
  });

  it('says how many files of an earlier run it removed', async () => {
    await runCli(['generate'], folder);
    expect((await runCli(['generate', '--include', 'notes'], folder)).stdout).toMatch(
      /^ +\d+ changed, \d+ removed, \d+ unchanged, /m,
    );
    const korean = await runCli(['generate', '--include', 'coins', '--lang', 'ko'], folder);
    expect(korean.stdout).toMatch(/^ +\d+개 변경, \d+개 삭제, \d+개 그대로, /m);
  });

  it('applies overlays in the order given, and refuses one that is missing', async () => {
    const overlay = (target: string, summary: string): string =>
      `overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions:\n  - target: "${target}"\n    update: { summary: ${summary} }\n`;
    writeFileSync(at('one.yaml'), overlay("$.paths['/notes'].get", '쪽지'));
    writeFileSync(at('two.yaml'), overlay("$.paths['/notes'].get", '쪽지 목록'));
    expect((await runCli(['generate', '--overlay', 'one.yaml', '--overlay', 'two.yaml'], folder)).code).toBe(0);
    expect(readFileSync(at('generated/resources/notes.ts'), 'utf8')).toContain('   * 쪽지 목록.\n');
    const missing = await runCli(['generate', '--overlay', 'none.yaml'], folder);
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringMatching(/none\.yaml/) as string });
  });

  it('stops at a broken spec, with the place, and writes nothing', async () => {
    appendFileSync(at('spec/openapi.yaml'), "    Bad: { $ref: 'missing.yaml#/Bad' }\n");
    const before = contents();
    const { code, stdout } = await runCli(['generate'], folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^spec\/openapi\.yaml:\d+:\d+ {2}error {2}no-unresolved-refs\n/);
    expect(stdout).toContain('1 problem in spec/openapi.yaml; nothing was written');
    expect(contents()).toEqual(before);
  });
});

describe('generate --check', () => {
  it('passes when only a comment in the code of the generator has changed', async () => {
    await runCli(['generate'], folder);
    const copy = at('node_modules/@iamport-kit/cli');
    mkdirSync(at('node_modules/@iamport-kit'), { recursive: true });
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(path.join('scripts', part), path.join(copy, part), { recursive: true });
    symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
    appendFileSync(path.join(copy, 'dist/generate/text.js'), '// A comment.\n');
    const check = spawnSync(process.execPath, [path.join(copy, 'bin/iamport-kit.js'), 'generate', '--check'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(check).toMatchObject({ status: 0, stdout: 'generated/ is up to date (32 files)\n', stderr: '' });
  });

  it('passes after generate, from the same and from another folder', async () => {
    await runCli(['generate'], folder);
    expect(await runCli(['generate', '--check'], folder)).toEqual({
      code: 0,
      stdout: 'generated/ is up to date (32 files)\n',
      stderr: '',
    });
    mkdirSync(at('elsewhere'));
    const args = ['generate', '--check', '--spec', '../spec/openapi.yaml', '--out', '../generated'];
    expect((await runCli(args, at('elsewhere'))).code).toBe(0);
  });

  it('fails after an edit of the spec, names the files and shows the first line that differs', async () => {
    await runCli(['generate'], folder);
    const spec = readFileSync(at('spec/openapi.yaml'), 'utf8');
    writeFileSync(at('spec/openapi.yaml'), spec.replace('[gold, silver]', '[gold, silver, copper]'));
    const before = contents();
    const { code, stdout } = await runCli(['generate', '--check'], folder);
    expect(code).toBe(1);
    expect(stdout).toContain(`generated/models.ts is stale (first difference, line 55)
  - export const METALS = ['gold', 'silver'] as const;
  + export const METALS = ['gold', 'silver', 'copper'] as const;
`);
    expect(stdout).toContain('Run "npx iamport-kit generate" and commit the result.');
    expect(contents()).toEqual(before);
  });

  it('passes after an edit of a comment in the spec, and fails after one of a text', async () => {
    await runCli(['generate'], folder);
    appendFileSync(at('spec/openapi.yaml'), '# a comment\n');
    expect((await runCli(['generate', '--check'], folder)).code).toBe(0);
    writeFileSync(
      at('spec/openapi.yaml'),
      readFileSync(at('spec/openapi.yaml'), 'utf8').replace('title: ', 'title: A '),
    );
    const { code, stdout } = await runCli(['generate', '--check'], folder);
    expect(code).toBe(1);
    expect(stdout).toContain('generated/openapi.json is stale');
  });

  it('fails when a file is missing or extra', async () => {
    await runCli(['generate'], folder);
    rmSync(at('generated/paths.ts'));
    writeFileSync(at('generated/mine.ts'), '');
    cpSync(at('generated/models.ts'), at('generated/old.ts'));
    const { code, stdout } = await runCli(['generate', '--check'], folder);
    expect(code).toBe(1);
    expect(stdout).toContain('generated/paths.ts is missing\n');
    expect(stdout).toContain('generated/mine.ts is extra: iamport-kit did not write it; move it away\n');
    expect(stdout).toContain('generated/old.ts is extra: it is no longer generated\n');
  });

  it('notices an edit of any kind of file', async () => {
    await runCli(['generate'], folder);
    const kinds = [...['validators/Coin.ts', 'schemas/Coin.json', 'manifest.json'], 'openapi.json'];
    for (const file of kinds) {
      const text = readFileSync(at('generated', file), 'utf8');
      writeFileSync(
        at('generated', file),
        file.endsWith('.ts') ? `${text}export {};\n` : text.replace(': ', ': 1, "x": '),
      );
    }
    const { stdout } = await runCli(['generate', '--check'], folder);
    expect(kinds.filter((file) => !stdout.includes(`generated/${file} is stale`))).toEqual([]);
  });
});

describe('bad input gets a clear message, exit code 2, and changes nothing', () => {
  const cases: [title: string, args: string[], message: RegExp][] = [
    [
      'no such spec',
      ['generate', '--spec', 'nowhere.yaml'],
      /^iamport-kit: cannot read nowhere\.yaml \(no such file\)\. Pass --spec/,
    ],
    ['a folder as the spec', ['generate', '--spec', 'spec'], /cannot read spec \(it is a folder\)/],
    [
      'a spec that is not YAML',
      ['generate', '--spec', 'bad.yaml'],
      /cannot read bad\.yaml:1:5 as YAML or JSON: unexpected end/,
    ],
    [
      'an empty spec',
      ['generate', '--spec', 'empty.yaml'],
      /empty\.yaml:1:1 has no "openapi" version; iamport-kit reads OpenAPI 3\.0 and 3\.1/,
    ],
    [
      'Swagger 2.0',
      ['generate', '--spec', 'swagger.yaml'],
      /swagger\.yaml:1:10 is version 2\.0; iamport-kit reads OpenAPI 3\.0 and 3\.1\. Convert it first/,
    ],
    [
      'an unknown tag',
      ['generate', '--include', 'coins,bills'],
      /no operation has the tag bills; expected one of: coins, notes/,
    ],
    ['an empty tag', ['generate', '--include', ''], /--include contains an empty tag/],
    ['an output that is a file', ['generate', '--out', 'bad.yaml'], /is a file; --out expects a folder/],
    ['an empty output', ['generate', '--out', ''], /--out is empty/],
    ['a file argument', ['generate', 'spec/openapi.yaml'], /does not take files; pass the document with --spec/],
    ['watching what writes nothing', ['generate', '--watch', '--check'], /--check writes nothing/],
    [
      'an unknown flag',
      ['generate', '--chekc'],
      /unknown option --chekc; did you mean --check\? See "iamport-kit generate --help"/,
    ],
    ['a flag without its value', ['generate', '--spec'], /option --spec needs a value/],
    ['an unknown command', ['generat'], /unknown command "generat"; expected one of: generate, lint, validate/],
  ];
  it.each(cases)('%s', async (_title, args, message) => {
    writeFileSync(at('bad.yaml'), 'a: [');
    writeFileSync(at('empty.yaml'), '');
    writeFileSync(at('swagger.yaml'), "swagger: '2.0'");
    const before = contents();
    const { code, stdout, stderr } = await runCli(args, folder);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(contents()).toEqual(before);
  });

  it('a reference to another host is not followed', async () => {
    writeFileSync(
      at('remote.yaml'),
      "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: { /a: { $ref: 'http://127.0.0.1:1/a.yaml' } }\n",
    );
    const { code, stdout } = await runCli(['generate', '--spec', 'remote.yaml'], folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(/remote\.yaml:3:\d+ {2}error {2}no-unresolved-refs/);
    expect(stdout).toContain('references to other hosts are not followed');
  });
});
