import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli, type CliResult } from './run-cli.js';

const BAD = '{ "imp_uid": "imp_1", "merchant_uid": 1, "status": "paid" }';
const PLACE = 'packages/pay/fixtures/PaymentWebhook/a b.json';

let repository: string;
beforeEach(() => {
  repository = realpathSync(mkdtempSync(path.join(tmpdir(), 'iamport-kit-')));
  put(PLACE, BAD);
});
afterEach(() => rmSync(repository, { recursive: true }));

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(repository, name)), { recursive: true });
  writeFileSync(path.join(repository, name), text);
}

/** Runs `validate` in a package of the repository. */
function validate(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  const all = ['validate', 'fixtures', '--generated', path.resolve('generated'), ...args];
  return runCli(all, path.join(repository, 'packages/pay'), env);
}

async function lint(document: string, from = '.'): Promise<Pick<CliResult, 'code' | 'stderr'>> {
  const { code, stderr } = await runCli(['lint', document, '--fail-on', 'none'], path.join(repository, from));
  return { code, stderr };
}

/** The file in the place where each format has it. */
const FILE_IN: Readonly<Record<string, RegExp>> = {
  github: /file=([^,]*),/,
  sarif: /"uri": "([^"]*)",\s+"uriBaseId": "%SRCROOT%"/,
  codeclimate: /"path": "([^"]*)"/,
  junit: /<testsuite name="([^"]*)"/,
  checkstyle: /<file name="([^"]*)"/,
};

describe.each(Object.keys(FILE_IN))('%s names files from the root of the repository', (format) => {
  const fileIn = async (...given: Parameters<typeof validate>): Promise<string | undefined> => {
    const { stdout } = await validate(['--format', format, ...given[0]], given[1]);
    expect(stdout).not.toContain(repository);
    return FILE_IN[format]?.exec(stdout)?.[1]?.replaceAll('%20', ' ');
  };

  it('with Git, with a variable of the CI service, with --root, and without any of them', async () => {
    expect(await fileIn([])).toBe('fixtures/PaymentWebhook/a b.json');
    expect(await fileIn([], { GITHUB_WORKSPACE: repository })).toBe(PLACE);
    expect(await fileIn([], { CI_PROJECT_DIR: path.join(repository, 'elsewhere') })).toBe(
      'fixtures/PaymentWebhook/a b.json',
    );
    expect(await fileIn(['--root', '..'])).toBe('pay/fixtures/PaymentWebhook/a b.json');
    mkdirSync(path.join(repository, '.git'));
    expect(await fileIn([])).toBe(PLACE);
  });
});

describe('what people read names files from the working directory', () => {
  it.each(['pretty', 'compact', 'json', 'markdown'])('%s', async (format) => {
    const { stdout } = await validate(['--format', format], { GITHUB_WORKSPACE: repository });
    expect(stdout).toMatch(/(^|[`" ])fixtures\/PaymentWebhook\/a b\.json/m);
  });
});

it('refuses a root that is not there', async () => {
  const { code, stdout, stderr } = await validate(['--root', 'nowhere']);
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: '',
    stderr: 'iamport-kit: cannot read nowhere (no such file)\n',
  });
});

it('takes the baseline of the repository, as the config', async () => {
  mkdirSync(path.join(repository, '.git'));
  // Both are looked for up to the repository, and not above.
  put('packages/.git/HEAD', '');
  put('iamport-kit.config.json', '{ "rules": { "fixture/type": "warn" } }');
  put('iamport-kit.baseline.json', 'not read');
  expect((await validate([])).code).toBe(1);
  rmSync(path.join(repository, 'packages/.git'), { recursive: true });
  rmSync(path.join(repository, 'iamport-kit.baseline.json'));
  expect(await validate([])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('  warning  fixture/type') as string,
  });
  rmSync(path.join(repository, 'iamport-kit.config.json'));
  const { code } = await runCli(
    ['validate', 'packages', '--generated', path.resolve('generated'), '--update-baseline', '--reason', 'old'],
    repository,
  );
  expect(code).toBe(0);
  const below = await validate([]);
  expect({ code: below.code, last: below.stdout.split('\n').at(-2) }).toEqual({
    code: 0,
    last: '1 more problem in the baseline',
  });
});

describe('what is left out', () => {
  const run = async (...args: string[]): Promise<string> => {
    const { code, stdout } = await runCli(
      ['validate', ...args, '--generated', path.resolve('generated'), '--format', 'compact'],
      repository,
    );
    return `${code} ${
      stdout
        .replace(/ \([\d.]+ s\)/, '')
        .split('\n')
        .at(-2) ?? ''
    }`;
  };

  it('--ignore, a negated glob and .gitignore, but never a file that is named', async () => {
    put(
      'packages/pay/fixtures/PaymentWebhook/good.json',
      '{ "imp_uid": "imp_1", "merchant_uid": "1", "status": "paid" }',
    );
    put('tools/fixtures/PaymentWebhook/bad.json', BAD);
    const bad = '1 1 problem in 1 of 2 files';
    expect(await run('packages')).toBe(bad);
    expect(await run('packages', '--ignore', 'a b.json')).toBe('0 1 file valid');
    expect(await run('packages', 'tools', '--ignore', 'tools', '--ignore', 'a b.json')).toBe('0 1 file valid');
    expect(await run('packages', '!**/a b.json')).toBe('0 1 file valid');
    expect(await run('packages/**/*.json', '!**/a b.json')).toBe('0 1 file valid');
    expect(await run('packages/pay/fixtures/PaymentWebhook/a b.json', '--ignore', 'packages')).toBe('0 0 files valid');
    put('packages/pay/.gitignore', 'a b.json\n');
    expect(await run('packages')).toBe('0 1 file valid');
    expect(await run('packages', PLACE)).toBe(bad);
  });

  it('counts for coverage as for validation', async () => {
    put('packages/pay/fixtures/getPayment/404.json', '{ "code": -1, "message": "none", "response": null }');
    const args = ['validate', 'packages', '--generated', path.resolve('generated'), '--coverage'];
    const { stdout: all } = await runCli(args, repository);
    const { stdout: rest } = await runCli([...args, '--ignore', 'getPayment'], repository);
    expect(all).toMatch(/^payments +1\/13/m);
    expect(rest).toMatch(/^payments +0\/13/m);
  });
});

describe('references of a document', () => {
  const DOCUMENT = `openapi: 3.1.0
info: { title: t, version: '1', license: { name: MIT, identifier: MIT } }
servers: [{ url: https://a.test }]
security: []
paths:
  /a:
    get:
      operationId: getA
      summary: A
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: ../../common/pet.yaml } } } }
        '400': { description: no }
`;
  beforeEach(() => {
    put('api/v1/openapi.yaml', DOCUMENT);
    put('common/pet.yaml', 'type: object\n');
    put('api/package.json', '{}');
  });
  const clean = { code: 0, stderr: '' };

  it('lead as far as the repository', async () => {
    mkdirSync(path.join(repository, '.git'));
    expect(await lint('api/v1/openapi.yaml')).toEqual(clean);
    expect(await lint('openapi.yaml', 'api/v1')).toEqual(clean);
  });

  it('lead as far as the working directory where there is no Git', async () => {
    const { stdout } = await runCli(['lint', 'api/v1/openapi.yaml', '--format', 'compact'], repository);
    expect(stdout).not.toContain('references must stay');
    const inside = await runCli(['lint', 'v1/openapi.yaml', '--format', 'compact'], path.join(repository, 'api'));
    expect(inside.stdout).toContain('references must stay inside api/');
  });

  it('lead as far as the workspace of the CI service, or --root, where there is no Git', async () => {
    const api = path.join(repository, 'api');
    const fromApi = async (args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> =>
      (await runCli(['lint', 'v1/openapi.yaml', '--format', 'compact', ...args], api, env)).stdout;
    for (const name of ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'BUILD_SOURCESDIRECTORY'])
      expect(await fromApi([], { [name]: repository })).toBe('v1/openapi.yaml is clean\n');
    expect(await fromApi(['--root', '..'], {})).toBe('v1/openapi.yaml is clean\n');
    expect(await fromApi(['--root', '.'], { CI_PROJECT_DIR: repository })).toContain(
      'references must stay inside api/',
    );
    // A folder that does not contain the document allows nothing, and one that holds everything is no workspace.
    for (const name of ['common', 'elsewhere']) mkdirSync(path.join(repository, name), { recursive: true });
    expect(await fromApi(['--root', '../elsewhere'], {})).toContain('references must stay inside api/');
    for (const folder of ['/', tmpdir()])
      expect(await fromApi([], { WORKSPACE: folder })).toContain('references must stay inside api/');
  });

  it('are read of a document that is a link', async () => {
    mkdirSync(path.join(repository, '.git'));
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
    writeFileSync(path.join(elsewhere, 'real.yaml'), DOCUMENT);
    symlinkSync(path.join(elsewhere, 'real.yaml'), path.join(repository, 'api/v1/link.yaml'));
    expect(await lint('api/v1/link.yaml')).toEqual(clean);
    rmSync(elsewhere, { recursive: true });
  });
});
