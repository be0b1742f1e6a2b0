import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { checkConfig } from '../../scripts/config/parse-config.js';
import { CONFIG_SCHEMA } from '../../scripts/config/config-schema.js';
import { loadConfig } from '../../scripts/config/load-config.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  put('.git/HEAD', '');
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

const problemOf = (given?: string): Promise<string> =>
  loadConfig(folder, given).then(
    () => '',
    (error: unknown) => String(error),
  );

describe('the content of a config', () => {
  it.each<[title: string, config: unknown, want: string[]]>([
    ['nothing', {}, []],
    [
      'everything',
      { fixtures: [{ files: ['a', 'b'], operation: 'getPayment', status: 200 }], rules: { x: 'off' } },
      [],
    ],
    ['more of everything', { coverage: { operations: 80 }, baseline: 'known.json', $schema: 'x' }, []],
    ['something else', [], ['/: the document must be an object, not an array']],
    [
      'a misspelt key',
      { fixtues: [] },
      ['/fixtues: fixtues is not a property of the document; did you mean "fixtures"?'],
    ],
    ['an unknown key', { colour: true }, ['/colour: colour is not a property of the document']],
    ['no files', { fixtures: [{ schema: 'Payment' }] }, ['/fixtures/0: fixtures[0] must have files']],
    [
      'an empty list',
      { fixtures: [{ files: [], schema: 'P' }] },
      ['/fixtures/0/files: files must have at least 1 items'],
    ],
    [
      'an empty glob',
      { fixtures: [{ files: '', schema: 'P' }] },
      ['/fixtures/0/files: files must have at least 1 characters, not 0'],
    ],
    ['no schema', { fixtures: [{ files: 'a' }] }, ['/fixtures/0: fixtures[0] must have schema or operation']],
    [
      'a status alone',
      { fixtures: [{ files: 'a', schema: 'P', status: 200 }] },
      ['/fixtures/0: fixtures[0] must have operation'],
    ],
    ['a wrong level', { rules: { x: 'on' } }, ['/rules/x: x must be one of off, warn, error']],
    ['too much', { coverage: { outcomes: 101 } }, ['/coverage/outcomes: outcomes must be at most 100']],
    ['a wrong type', { baseline: 1 }, ['/baseline: baseline must be a string, not a number']],
  ])('%s', (_title, config, want) => {
    expect(checkConfig(config).map(({ pointer, problem }) => `${pointer || '/'}: ${problem.texts.en}`)).toEqual(want);
    const isValid = new Ajv2020({ allowUnionTypes: true }).compile(CONFIG_SCHEMA);
    expect(isValid(config)).toBe(want.length === 0);
  });
});

describe('finding a config', () => {
  it('needs none', async () => {
    const config = await loadConfig(folder);
    expect({ ...config, errorAt: undefined }).toEqual({ folder, errorAt: undefined });
  });

  it('takes the nearest one above, as far as the repository reaches', async () => {
    put('iamport-kit.config.json', '{ "baseline": "outer.json" }');
    put('a/b/x', '');
    expect((await loadConfig(path.join(folder, 'a/b'))).baseline).toBe('outer.json');
    put('a/iamport-kit.config.yaml', 'baseline: inner.json');
    const found = await loadConfig(path.join(folder, 'a/b'));
    expect([found.baseline, found.shownAs, found.folder]).toEqual([
      'inner.json',
      '../iamport-kit.config.yaml',
      path.join(folder, 'a'),
    ]);
    put('a/b/.git/HEAD', '');
    expect((await loadConfig(path.join(folder, 'a/b'))).baseline).toBeUndefined();
  });

  it('does not look above where there is no repository', async () => {
    put('iamport-kit.config.json', '{ "baseline": "x" }');
    put('a/x', '');
    rmSync(path.join(folder, '.git'), { recursive: true });
    expect((await loadConfig(path.join(folder, 'a'))).baseline).toBeUndefined();
    expect((await loadConfig(folder)).baseline).toBe('x');
  });

  it('refuses two in one folder', async () => {
    put('iamport-kit.config.json', '{}');
    put('iamport-kit.config.yaml', '{}');
    expect(await problemOf()).toMatch(/has iamport-kit\.config\.json and iamport-kit\.config\.yaml; keep one/);
  });
});

describe('reading a config', () => {
  const typescript = `import { defineConfig } from '@iamport-kit/cli';
import { folder } from './folder.js';
const status: number = 200;
export default defineConfig({
  fixtures: [{ files: \`\${folder}/*.json\`, operation: 'getPayment', status }],
  rules: { 'some-rule': 'warn' as const },
});
`;

  it.each([
    ['JSON with comments', 'x.json', '{ // why\n  "baseline": "b.json", }'],
    ['YAML', 'x.yaml', 'baseline: b.json # why\n'],
    ['TypeScript', 'x.ts', "const known: string = 'b.json';\nexport default { baseline: known };\n"],
  ])('reads %s', async (_title, name, text) => {
    put(name, text);
    expect((await loadConfig(folder, name)).baseline).toBe('b.json');
  });

  it('runs TypeScript with what it imports, and leaves nothing behind', async () => {
    put('iamport-kit.config.ts', typescript);
    put('folder.ts', "export const folder: string = 'recorded';\n");
    expect((await loadConfig(folder)).fixtures).toEqual([
      { files: 'recorded/*.json', operation: 'getPayment', status: 200 },
    ]);
  });

  it.each([
    [
      'a key in JSON',
      'c.json',
      '{\n  "fixtues": []\n}',
      'c.json:2:3: fixtues is not a property of the document; did you mean "fixtures"?',
    ],
    ['a value in YAML', 'c.yaml', 'rules:\n  x: on\n', 'c.yaml:2:6: x must be one of off, warn, error'],
    [
      'a key in TypeScript',
      'c.ts',
      'export default {\n  rule: {},\n};',
      'c.ts:2:3: rule is not a property of the document; did you mean "rules"?',
    ],
    [
      'a value behind a name',
      'c.ts',
      "const rules = {\n  x: 'on',\n};\nconst all = { rules: rules } satisfies object;\nexport default all;",
      'c.ts:4:22: x must be one of off, warn, error',
    ],
    ['broken JSON', 'c.json', '{\n  "a" 1 }', 'c.json:2:7: the file is not JSON: colon expected'],
    ['broken YAML', 'c.yaml', 'a: [1\n', 'c.yaml:2:1: the file is not YAML: bad indentation'],
    ['two documents', 'c.yaml', 'rules: {}\n---\nrules: {}\n', 'c.yaml must contain one document'],
    ['an empty file', 'c.json', '', 'c.json:1:1: the file is empty'],
    ['TypeScript that does not compile', 'c.ts', 'export default {\n', /c\.ts:2:1: '}' expected\.$/],
    ['TypeScript that throws', 'c.ts', "throw new Error('no key');", 'c.ts failed: no key'],
    [
      'no default export',
      'c.ts',
      'export const config = {};',
      /c\.ts has no default export; write "export default defineConfig/,
    ],
    ['another ending', 'c.toml', '', 'c.toml must end in .json, .yaml or .ts'],
  ])('says where %s is wrong', async (_title, name, text, want) => {
    put(name, text);
    const problem = await problemOf(name);
    if (typeof want === 'string') expect(problem).toBe(`UsageError: ${want}`);
    else expect(problem).toMatch(want);
  });

  it('says that a config cannot be read', async () => {
    expect(await problemOf('nowhere.json')).toBe('UsageError: cannot read nowhere.json (no such file)');
  });
});
