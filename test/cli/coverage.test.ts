import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

const GENERATED = path.resolve('generated');
const schema = JSON.parse(readFileSync('scripts/report/report.schema.json', 'utf8')) as object;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  put(
    'fixtures/getTier/200.json',
    '{ "code": 0, "message": null, "response": { "tier_code": "abc", "tier_name": "A" } }',
  );
  put('fixtures/getTier/404.json', '{ "code": -1, "message": "none", "response": null }');
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}
const validate = (...args: string[]): ReturnType<typeof runCli> =>
  runCli(['validate', '--generated', GENERATED, ...args], folder);
/** Cells of a row of the table, spaces aside. */
function row(stdout: string, name: string): string[] | undefined {
  return stdout
    .split('\n')
    .find((line) => line.startsWith(`${name} `))
    ?.split(/ {2,}/);
}

describe('validate --coverage', () => {
  it('adds a table and what to record next', async () => {
    const { code, stdout } = await validate('fixtures', '--coverage');
    expect(row(stdout, 'coverage')).toEqual([
      'coverage',
      'operations',
      'requests',
      'outcomes',
      'enum members',
      'null branches',
      'providers',
    ]);
    expect(row(stdout, 'tiers')?.slice(0, 3)).toEqual(['tiers', '1/1 100%', '2/4']);
    expect(stdout).toMatch(
      /\nrecord next\n( {2}fixtures\/\w+\/(200|request|webhook)[\w.-]*\.json {2}.+\n){10} {2}and [\d,]+ more\n/,
    );
    expect(stdout).toMatch(/\n2 files valid \([\d.]+ s\)\n$/);
    expect(code).toBe(0);
  });

  it('does not count a file with errors', async () => {
    put('fixtures/getTier/200.json', '{ "code": 0, "message": null, "response": 5 }');
    const { code, stdout } = await validate('fixtures', '--coverage');
    expect(row(stdout, 'tiers')?.slice(0, 3)).toEqual(['tiers', '1/1 100%', '1/4']);
    expect(code).toBe(1);
  });

  it('fails below the minimum, and says by how much', async () => {
    const { code, stdout } = await validate('fixtures', '--coverage-min', 'operations=80,outcomes=0');
    expect(stdout).toMatch(
      /fixtures:1:1 {2}error {2}coverage\/below-minimum\n {2}operations: 1.1 % covered, the minimum is 80 %\n/,
    );
    expect(stdout).not.toContain('outcomes:');
    expect(code).toBe(1);
  });

  it('takes the minimum of the config unless a flag says otherwise', async () => {
    put('iamport-kit.config.json', '{ "coverage": { "operations": 80 } }');
    expect((await validate('fixtures', '--coverage')).code).toBe(1);
    expect((await validate('fixtures', '--coverage', '--coverage-min', 'operations=1')).code).toBe(0);
    // The config says how much, not whether.
    expect((await validate('fixtures')).stdout).toMatch(/^2 files valid/);
  });

  it('is part of the JSON, which its schema describes', async () => {
    const { stdout } = await validate('fixtures', '--coverage-min', 'operations=80', '--format', 'json');
    const report = JSON.parse(stdout) as { coverage: { total: object; next: object[]; below: object[] } };
    const check = new Ajv2020({ strict: false }).compile(schema);
    expect(check(report), JSON.stringify(check.errors)).toBe(true);
    expect(report.coverage.total).toMatchObject({ operations: { covered: 1, total: 86, percent: 1.1 } });
    expect(report.coverage.below).toEqual([{ column: 'operations', percent: 1.1, wanted: 80 }]);
    expect(report.coverage.next.length).toBeGreaterThan(100);
  });

  it('is a section of Markdown', async () => {
    const { stdout } = await validate('fixtures', '--coverage', '--format', 'markdown');
    expect(stdout).toContain('| coverage | operations | requests | outcomes |');
    expect(stdout).toContain('\n| tiers | 1/1 100% |');
  });

  it('leaves formats for programs alone', async () => {
    const { code, stdout } = await validate('fixtures', '--coverage', '--format', 'checkstyle');
    expect(stdout.trimEnd()).toMatch(/^<\?xml [\s\S]*<\/checkstyle>$/);
    expect(code).toBe(0);
  });

  it('speaks Korean', async () => {
    const { stdout } = await validate('fixtures', '--coverage-min', 'operations=80', '--lang', 'ko');
    expect(stdout).toContain('다음에 기록할 파일');
    expect(stdout).toContain('operations: 1.1 %, 기준은 80 %');
  });

  it.each([['operations'], ['operation=80'], ['operations=101']])('refuses --coverage-min %s', async (value) => {
    const { code, stderr } = await validate('fixtures', '--coverage-min', value);
    expect(stderr).toContain('operations=80,outcomes=60');
    expect(code).toBe(2);
  });
});
