import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ACTION, runAction } from './github-action.js';

const BIN = path.resolve('scripts/bin/iamport-kit.js');
const GENERATED = path.resolve('generated');
let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  put('fixtures/PaymentWebhook/good one.json', '{ "imp_uid": "imp_1", "merchant_uid": "o", "status": "paid" }');
  put('bad/PaymentWebhook/bad.json', '{ "imp_uid": 1, "merchant_uid": "o", "status": "paid" }');
  install(workspace);
});
afterEach(() => rmSync(workspace, { recursive: true }));

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
  writeFileSync(path.join(workspace, name), text);
}
function install(folder: string): void {
  mkdirSync(path.join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(BIN, path.join(folder, 'node_modules/.bin/iamport-kit'));
}
/** A program of that name which prints the arguments it gets, one a line. */
function echoing(name: string): string {
  put(name, `#!/bin/sh\nfor argument in "$@"; do printf '<%s>\\n' "$argument"; done\n`);
  chmodSync(path.join(workspace, name), 0o755);
  return path.dirname(path.join(workspace, name));
}
const args = `--generated=${GENERATED}`;
const UNENDED = 'unexpected end of the stream within a flow collection';

describe('the manifest of the action', () => {
  it('never pastes an input into a script', () => {
    for (const step of ACTION.runs.steps) expect(step.run ?? '').not.toContain('${{');
  });

  it('describes every input and uses every input', () => {
    const used = JSON.stringify(ACTION.runs.steps);
    for (const [name, { description, default: value }] of Object.entries(ACTION.inputs)) {
      expect(description).toMatch(/\w/);
      expect(typeof value).toBe('string');
      expect(used).toContain(`inputs.${name}`);
    }
  });

  it('gives every output from a step that exists', () => {
    const script = ACTION.runs.steps.find(({ id }) => id === 'check')?.run ?? '';
    for (const [name, { value }] of Object.entries(ACTION.outputs)) {
      expect(value).toBe(`\${{ steps.check.outputs.${name} }}`);
      expect(script).toContain(`${name}=`);
    }
  });

  it('sets up Node only when asked, and runs everything else in bash', () => {
    expect(ACTION.runs.using).toBe('composite');
    for (const { uses, if: condition, shell } of ACTION.runs.steps) {
      if (uses !== undefined) expect(condition).toBe("inputs.node-version != ''");
      else expect(shell).toBe('bash');
    }
  });
});

describe('the action', () => {
  it('passes clean fixtures', async () => {
    const { code, stdout, outputs } = await runAction({ paths: 'fixtures', args, format: 'pretty' }, { workspace });
    expect(stdout).toContain('1 file valid');
    expect({ code, outputs }).toEqual({ code: 0, outputs: { 'exit-code': '0' } });
  });

  it('fails on findings, and shows them in the pull request', async () => {
    const { code, stdout, outputs } = await runAction({ paths: 'fixtures\nbad', args }, { workspace });
    expect(stdout).toMatch(/^::error file=bad\/PaymentWebhook\/bad\.json,line=1,/m);
    expect({ code, outputs }).toEqual({ code: 1, outputs: { 'exit-code': '1' } });
  });

  it('writes SARIF when asked, and says where', async () => {
    const inputs = { paths: 'PaymentWebhook', args, 'working-directory': 'bad', 'sarif-file': 'report.sarif' };
    install(path.join(workspace, 'bad'));
    const { code, outputs } = await runAction(inputs, { workspace });
    expect({ code, outputs }).toEqual({ code: 1, outputs: { 'exit-code': '1', 'sarif-file': 'bad/report.sarif' } });
    const sarif = JSON.parse(readFileSync(path.join(workspace, 'bad/report.sarif'), 'utf8')) as { version: string };
    expect(sarif.version).toBe('2.1.0');
  });

  it.each<[title: string, inputs: Readonly<Record<string, string>>, want: string]>([
    [
      'a path that is not there',
      { paths: 'nowhere 100%' },
      '::error title=iamport-kit::cannot read nowhere 100%25 (no such file)\n',
    ],
    [
      'a flag that is not known',
      { paths: 'fixtures', args: '--nonsense' },
      '::error title=iamport-kit::unknown option --nonsense. See "iamport-kit validate --help".\n',
    ],
    [
      'a config with two problems',
      { paths: 'fixtures', args: '--config=wrong.json' },
      '::error title=iamport-kit::wrong.json:1:3: colour is not a property of the document\n::error title=iamport-kit::wrong.json:1:25: rules must be an object, not a number\n',
    ],
    [
      'two documents that cannot be read',
      { command: 'lint', paths: 'broken.yaml\nbroken.json' },
      `::error title=iamport-kit::cannot read broken.json:1:2 as YAML or JSON: ${UNENDED}\n::error title=iamport-kit::cannot read broken.yaml:1:2 as YAML or JSON: ${UNENDED}\n`,
    ],
  ])('shows %s in the pull request', async (_title, inputs, want) => {
    put('wrong.json', '{ "colour": 1, "rules": 2 }');
    put('broken.yaml', '[');
    put('broken.json', '{');
    const { code, stdout, outputs } = await runAction({ ...inputs }, { workspace });
    expect(stdout.replace(/^0 .*\n|^2 documents.*\n/m, '')).toBe(want);
    expect({ code, outputs }).toEqual({ code: 2, outputs: { 'exit-code': '2' } });
  });

  it('says so when the program itself cannot be started', async () => {
    rmSync(path.join(workspace, 'node_modules'), { recursive: true });
    put('bin/npx', '#!/bin/sh\necho "npm error network" >&2\nexit 1\n');
    chmodSync(path.join(workspace, 'bin/npx'), 0o755);
    const env = { PATH: `${path.join(workspace, 'bin')}:${process.env.PATH ?? ''}` };
    const { code, stdout, stderr } = await runAction({ paths: 'fixtures' }, { workspace, env });
    expect(stdout).toBe('::error title=iamport-kit::network\n');
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'npm error network\n' });
    put('bin/npx', '#!/bin/sh\nexit 127\n');
    const silent = await runAction({ paths: 'fixtures' }, { workspace, env });
    expect(silent.stdout).toBe('::error title=iamport-kit::validate ended with exit code 127; see the log\n');
    expect(silent.code).toBe(127);
  });

  it('needs no inputs: it checks the folder fixtures', async () => {
    put('iamport-kit.config.json', '{}');
    const env = { PATH: process.env.PATH ?? '', LANG: 'C' };
    rmSync(path.join(workspace, 'node_modules/.bin/iamport-kit'));
    echoing('node_modules/.bin/iamport-kit');
    const { code, stdout } = await runAction({}, { workspace, env });
    expect(stdout).toBe('<validate>\n<--format=github>\n<-->\n<fixtures>\n');
    expect(code).toBe(0);
    expect((await runAction({ command: 'lint' }, { workspace, env })).stdout).toBe('<lint>\n<--format=github>\n<-->\n');
  });

  it('runs the program that is installed above the working directory, and names files from the workspace', async () => {
    put('packages/pay/fixtures/PaymentWebhook/bad.json', '{ "imp_uid": 1, "merchant_uid": "o", "status": "paid" }');
    const inputs = { 'working-directory': 'packages/pay', args, 'sarif-file': 'out.sarif' };
    const { code, stdout, outputs } = await runAction(inputs, { workspace });
    expect(stdout).toMatch(/^::error file=packages\/pay\/fixtures\/PaymentWebhook\/bad\.json,line=1,/m);
    expect({ code, outputs }).toEqual({
      code: 1,
      outputs: { 'exit-code': '1', 'sarif-file': 'packages/pay/out.sarif' },
    });
    const sarif = readFileSync(path.join(workspace, 'packages/pay/out.sarif'), 'utf8');
    expect(sarif).toContain('"uri": "packages/pay/fixtures/PaymentWebhook/bad.json"');
  });

  it('lints a document', async () => {
    put('openapi.yaml', 'openapi: 3.1.0\ninfo: { title: T }\n');
    const { code, stdout } = await runAction({ command: 'lint', paths: 'openapi.yaml' }, { workspace });
    expect(stdout).toContain('::error file=openapi.yaml');
    expect(code).toBe(1);
  });

  it('hands on arguments as they are, one a line, and no path as a flag', async () => {
    rmSync(path.join(workspace, 'node_modules/.bin/iamport-kit'));
    echoing('node_modules/.bin/iamport-kit');
    const paths = '  a b.json \r\n\n--help\n$(touch pwned)\n"; touch pwned; "\n*';
    const { stdout } = await runAction({ paths, args: '--fail-on=warning\n--max-warnings=3' }, { workspace });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toEqual(
      [
        'validate',
        '--fail-on=warning',
        '--max-warnings=3',
        '--format=github',
        '--',
        'a b.json',
        '--help',
        '$(touch pwned)',
        '"; touch pwned; "',
        '*',
      ].map((argument) => `<${argument}>`),
    );
    expect(existsSync(path.join(workspace, 'pwned'))).toBe(false);
  });

  it('gives generate neither a format nor SARIF', async () => {
    rmSync(path.join(workspace, 'node_modules/.bin/iamport-kit'));
    echoing('node_modules/.bin/iamport-kit');
    const { stdout, outputs } = await runAction(
      { command: 'generate', args: '--check', 'sarif-file': 'x' },
      { workspace },
    );
    expect(stdout).toBe('<generate>\n<--check>\n<-->\n');
    expect(outputs).toEqual({ 'exit-code': '0' });
  });

  it.each([
    ['the version given', '0.1.0', ['@iamport-kit/cli@0.1.0', 'iamport-kit@0.1.0']],
    ['the newest when none is installed', '', ['@iamport-kit/cli', 'iamport-kit']],
  ])('fetches %s', async (_title, version, [cli, kit]) => {
    if (version === '') rmSync(path.join(workspace, 'node_modules'), { recursive: true });
    const bin = echoing('bin/npx');
    const { stdout } = await runAction(
      { version, paths: 'f' },
      { workspace, env: { PATH: `${bin}:${process.env.PATH ?? ''}` } },
    );
    expect(stdout).toBe(
      `<--yes>\n<--package>\n<${cli}>\n<--package>\n<${kit}>\n<iamport-kit>\n<validate>\n<--format=github>\n<-->\n<f>\n`,
    );
  });

  it.each([
    ['a command', { command: 'validate; rm -rf /' }, 'command must be'],
    ['a version', { version: '0.1.0 --registry=https://x.example' }, 'version must be'],
    ['a SARIF file', { 'sarif-file': 'a\nexit-code=0' }, 'sarif-file must be'],
  ])('refuses %s that is none, without repeating it', async (_title, inputs, message) => {
    const { code, stdout, outputs } = await runAction(inputs, { workspace });
    expect(stdout).toMatch(new RegExp(`^::error title=iamport-kit::${message}[\\w ,.-]*\n$`));
    expect({ code, outputs }).toEqual({ code: 2, outputs: { 'exit-code': '2' } });
  });
});
