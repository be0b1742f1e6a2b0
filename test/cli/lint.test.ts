import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** A document of another API without problems except for a missing summary. */
const foreign = (version: string, amount = '{ type: integer }') => `openapi: ${version}
info: { title: Pets, version: '1', license: { name: MIT, url: 'https://x.example' } }
servers: [{ url: 'https://pets.test' }]
security: []
paths:
  /pets:
    get:
      operationId: pets
      responses:
        '200':
          description: Pets.
          content: { application/json: { schema: { type: object, properties: { amount: ${amount}, created_at: { type: string } } } } }
        '400': { description: No. }
`;

async function codes(...args: string[]): Promise<string[]> {
  const { stdout, stderr } = await lint(...args, '--format', 'json');
  expect(stderr).toBe('');
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
  return diagnostics.map(({ code }) => code);
}

describe('lint of documents of other APIs', () => {
  it('does not apply the rules about this API, unless asked to', async () => {
    put('a.yaml', foreign('3.1.0'));
    expect(await codes('a.yaml')).toEqual(['operation-summary']);
    expect(await codes('a.yaml', '--rule', 'amount-is-number=warn')).toEqual(['operation-summary', 'amount-is-number']);
    expect(await codes('a.yaml', '--ruleset', 'iamport')).toEqual(
      expect.arrayContaining(['amount-is-number', 'timestamp-is-unixtime', 'operation-has-official-id']),
    );
  });

  it('recognises a document of this API by its extensions', async () => {
    put('a.yaml', foreign('3.1.0').replace('operationId: pets', 'operationId: pets\n      x-official-operation-id: p'));
    expect(await codes('a.yaml')).toContain('amount-is-number');
    expect(await codes('a.yaml', '--ruleset', 'recommended')).toEqual(['operation-summary']);
  });

  const broken = foreign('3.1.0', 'true').replace('description: Pets.', 'descripton: Pets.');
  it.each([
    ['structure', foreign('3.1.0'), 0, ''],
    ['structure', broken, 1, 'error struct, error struct'],
    ['recommended', foreign('3.1.0'), 0, 'warning operation-summary'],
    ['recommended', broken, 1, 'warning operation-summary, error struct, error struct'],
    ['iamport', foreign('3.1.0'), 1, 'error operation-summary, error amount-is-number'],
  ])('the ruleset %s', async (ruleset, text, code, found) => {
    put('a.yaml', text);
    const result = await lint('a.yaml', '--ruleset', ruleset, '--format', 'json');
    const { diagnostics } = JSON.parse(result.stdout) as { diagnostics: { severity: string; code: string }[] };
    const wanted =
      ruleset === 'iamport' ? ['operation-summary', 'amount-is-number'] : diagnostics.map((each) => each.code);
    const shown = diagnostics.filter((each) => wanted.includes(each.code));
    expect(shown.map((each) => `${each.severity} ${each.code}`).join(', ')).toBe(found);
    expect(result.code).toBe(code);
  });

  it('takes the ruleset from the config, which the flag overrides', async () => {
    put('a.yaml', foreign('3.1.0'));
    put('iamport-kit.config.json', '{ "ruleset": "structure" }');
    expect(await codes('a.yaml')).toEqual([]);
    expect(await codes('a.yaml', '--rule', 'operation-summary=error')).toEqual(['operation-summary']);
    expect(await codes('a.yaml', '--ruleset', 'recommended')).toEqual(['operation-summary']);
    put('iamport-kit.config.json', '{ "ruleset": "strict" }');
    const { code, stderr } = await lint('a.yaml');
    expect(stderr).toMatch(/iamport-kit\.config\.json:1:\d+/);
    expect(code).toBe(2);
    put('iamport-kit.config.json', '{}');
  });

  it('a security requirement that names an unknown scheme is an error, a missing one is not', async () => {
    put('a.yaml', foreign('3.1.0').replace('security: []\n', ''));
    expect((await lint('a.yaml')).code).toBe(0);
    put('a.yaml', foreign('3.1.0').replace('security: []', 'security: [{ nowhere: [] }]'));
    const { code, stdout } = await lint('a.yaml', '--format', 'compact');
    expect(stdout).toMatch(/^a\.yaml:4:\d+: error: .* \[security-defined\]$/m);
    expect(code).toBe(1);
  });

  it('accepts OpenAPI 3.0', async () => {
    put('a.yaml', foreign('3.0.3', '{ type: integer, nullable: true }'));
    expect(await codes('a.yaml')).toEqual(['operation-summary']);
    put('a.yaml', foreign('3.1.0', '{ type: integer, nullable: true }'));
    expect(await codes('a.yaml')).toContain('nullable-is-in-type');
  });

  it('reports references to files that do not exist', async () => {
    put('a.yaml', foreign('3.1.0', '{ $ref: missing.yaml }'));
    expect(await codes('a.yaml')).toContain('no-unresolved-refs');
  });

  it('reports a document that is not OpenAPI, and does not crash', async () => {
    const broken = '{ type: object, properties: 3, enum: x, description: [1], allOf: {} }';
    put('a.yaml', foreign('3.1.0', broken));
    const { code, stdout } = await lint('a.yaml', '--format', 'compact');
    expect(stdout).toMatch(/^a\.yaml:\d+:\d+: error: .* \[struct\]$/m);
    expect(code).toBe(1);
  });
});

describe('lint with a config and a baseline', () => {
  it('takes rule levels from the config, which flags override', async () => {
    put('a.yaml', foreign('3.1.0'));
    put('iamport-kit.config.json', '{ "rules": { "operation-summary": "off" } }');
    expect(await codes('a.yaml')).toEqual([]);
    expect(await codes('a.yaml', '--rule', 'operation-summary=error')).toEqual(['operation-summary']);
  });

  it('prints Korean, also for rules of Redocly', async () => {
    put('a.yaml', foreign('3.1.0'));
    const { stdout } = await lint('a.yaml', '--lang', 'ko');
    expect(stdout).toMatch(
      /^a\.yaml:7:5 {2}warning {2}operation-summary\n {2}작업에 요약이 없습니다: "Operation object should contain `summary` field\."/,
    );
    expect(stdout).toMatch(/a\.yaml: 문제 1건\n$/);
  });

  it('accepts findings in the baseline, also when their lines change', async () => {
    put('a.yaml', foreign('3.1.0'));
    expect((await lint('a.yaml', '--update-baseline', '--reason', 'legacy')).code).toBe(0);
    put('a.yaml', `# one more line\n${foreign('3.1.0')}`);
    expect((await lint('a.yaml')).code).toBe(0);
    put('a.yaml', foreign('3.1.0').replace('operationId', 'summary: All pets\n      operationId'));
    expect(await codes('a.yaml')).toEqual(['baseline/unused']);
  });
});

describe('lint of an overlay by itself', () => {
  const overlay = (actions: string, rest = ''): string =>
    `overlay: 1.0.0\ninfo: { title: O, version: '1' }\n${rest}actions:\n${actions}`;

  it('looks up its targets in the document beside it, or in the one that --spec names', async () => {
    put(
      'overlay.yaml',
      overlay("  - { target: '$.paths[*].get', update: { summary: S } }\n  - { target: $.nowhere, remove: true }\n"),
    );
    put('openapi.yaml', foreign('3.1.0'));
    expect(await codes('overlay.yaml')).toEqual(['overlay-target-exists']);
    expect(await codes('overlay.yaml', '--spec', 'openapi.yaml')).toEqual(['overlay-target-exists']);
  });

  it('checks its actions without a document, and says that targets were not checked', async () => {
    put('overlay.yaml', overlay("  - { target: '$.[' , remove: true }\n  - { target: $.paths }\n"));
    const { code, stdout, stderr } = await lint('overlay.yaml', '--format', 'compact');
    expect(stdout).toMatch(/^overlay\.yaml:4:\d+: error: .* \[overlay-target-exists\]$/m);
    expect(stdout).toMatch(/^overlay\.yaml:5:\d+: warning: .* \[overlay-action-does-something\]$/m);
    expect(stderr).toBe('iamport-kit: targets in overlay.yaml were not checked; pass the document with --spec\n');
    expect(code).toBe(1);
  });
});

describe('an overlay of a document of another API', () => {
  const idle = `overlay: 1.1.0
info: { title: O, version: '1' }
actions:
  - { target: $.nowhere, remove: true }
  - { target: '$.paths.*[?@.x-own-traits.paged]', update: { description: Paged } }
`;

  it('gets warnings for actions that match nothing, and for names with a hyphen', async () => {
    put('openapi.yaml', foreign('3.1.0'));
    put('overlay.yaml', idle);
    const { code, stdout } = await lint('overlay.yaml', '--format', 'compact');
    const quoted = "`$.paths.*[?@['x-own-traits'].paged]`";
    expect(stdout).toBe(
      `overlay.yaml:4:15: warning: The target matches nothing in the document; correct it, or delete the action. [overlay-target-exists]
overlay.yaml:5:15: warning: The target matches nothing in the document; correct it, or delete the action. [overlay-target-exists]
overlay.yaml:5:15: warning: RFC 9535 requires quotes around names with a hyphen: ${quoted} [overlay-target-is-quoted]
3 problems in overlay.yaml
`,
    );
    expect(code).toBe(0);
    put(
      'openapi.yaml',
      foreign('3.1.0').replace('operationId: pets', 'operationId: pets\n      x-official-operation-id: p'),
    );
    expect((await lint('overlay.yaml')).code).toBe(1);
  });

  it('is applied by generate as it stands, with the same warnings', async () => {
    put('overlay.yaml', idle);
    put(
      'traits.yaml',
      foreign('3.1.0').replace('operationId: pets', 'operationId: pets\n      x-own-traits: { paged: true }'),
    );
    const { code, stderr, stdout } = await runCli(
      ['generate', '--spec', 'traits.yaml', '--overlay', 'overlay.yaml', '--out', 'generated'],
      folder,
    );
    expect(`${stdout}${stderr}`).toContain('overlay.yaml:4:15');
    expect(code).toBe(0);
    expect(readFileSync(path.join(folder, 'generated/openapi.json'), 'utf8')).toContain('"description": "Paged"');
  });

  it('is checked by itself when the file that extends names is not there', async () => {
    put('overlay.yaml', idle.replace('actions:', 'extends: other.yaml\nactions:'));
    const { code, stdout } = await lint('overlay.yaml', '--format', 'compact');
    expect(stdout).toContain(
      'overlay.yaml:3:10: warning: other.yaml does not exist, so the targets were not looked up',
    );
    expect(code).toBe(0);
  });
});

describe('bad usage of lint', () => {
  it.each([
    [['-', '--watch'], /--watch needs files/],
    [['*.json'], /no files match \*\.json/],
    [['nowhere.yaml'], /cannot read nowhere\.yaml/],
    [['a.yaml', '--ruleset', 'all'], /unknown rule set "all"; expected one of: structure, recommended, iamport/],
    [['a.yaml', '--rule', 'amount-is-numbr=off'], /did you mean "amount-is-number"\?/],
    [['a.yaml', '--spec', 'a.yaml'], /--spec is for overlays/],
  ])('%j', async (args, message) => {
    put('a.yaml', foreign('3.1.0'));
    const { code, stdout, stderr } = await lint(...args);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
