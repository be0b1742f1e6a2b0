import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { generateCommand } from '../../scripts/commands/generate.js';
import { explainCommand } from '../../scripts/commands/explain.js';
import { lintCommand } from '../../scripts/commands/lint.js';
import { sandboxCommand } from '../../scripts/commands/sandbox.js';
import { validateCommand } from '../../scripts/commands/validate.js';
import { runCli } from '../cli/run-cli.js';
import { PAGES, SAMPLES, samplesOf } from './documentation.js';

// What the documentation tells people to run, run.

const READMES = ['README.md', 'README.ko.md'];
const COMMANDS = [generateCommand, explainCommand, lintCommand, sandboxCommand, validateCommand];

/** A project that has the packages installed. */
let project = '';

beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), 'iamport-kit-documentation-'));
  const modules = path.join(project, 'node_modules');
  mkdirSync(path.join(modules, '@iamport-kit'), { recursive: true });
  writeFileSync(path.join(project, 'package.json'), '{ "type": "module" }');
  symlinkSync(path.resolve('.'), path.join(modules, 'iamport-kit'));
  symlinkSync(path.resolve('scripts'), path.join(modules, '@iamport-kit/cli'));
  symlinkSync(path.resolve('scripts/sandbox'), path.join(modules, '@iamport-kit/sandbox'));
});

afterAll(() => rmSync(project, { recursive: true }));

describe.each(READMES)('%s', (readme) => {
  const samples = samplesOf(readme);

  it('is read in a few minutes', () => {
    expect(readFileSync(readme, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(120);
  });

  it('has a quick start that pays without an account, and prints what it says', () => {
    const index = samples.findIndex(({ language }) => language === 'js');
    const program = path.join(project, 'first-payment.mjs');
    writeFileSync(program, samples[index]!.code);
    const output = execFileSync(process.execPath, [program], { encoding: 'utf8', cwd: project });
    expect(samples[index + 1]!.language).toBe('');
    expect(output).toBe(samples[index + 1]!.code);
  });

  it('has a sample that shows what a newcomer must decide', () => {
    const sample = samples.find(({ language }) => language === 'ts')!.code;
    for (const name of ['createFulfillment', 'onError', 'allowSandbox', 'baseUrl', 'parseRedirect', 'sweep'])
      expect(sample).toContain(name);
  });
});

const [workflow = '', korean = ''] = READMES.map(
  (readme) => samplesOf(readme).find(({ language }) => language === 'yaml')?.code,
);

it('the workflow of the READMEs has commands that find a fault, and are clean without it', async () => {
  expect(korean).toBe(workflow);
  const { jobs } = parse(workflow) as { jobs: Record<string, { steps: readonly { run?: string }[] }> };
  const commands = Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run = '' }) => (run.startsWith('npx iamport-kit ') ? [run.split(' ').slice(2)] : [])),
  );
  expect(commands.map(([name]) => name)).toEqual(['validate', 'generate']);
  const fixture = path.join(project, 'fixtures/getPayment/200.json');
  mkdirSync(path.dirname(fixture), { recursive: true });
  cpSync('spec/examples/getPayment/200.paid.json', fixture);
  const generate = commands[1]!.filter((word) => word !== '--check');
  expect((await runCli(generate, project)).code).toBe(0);
  for (const command of commands) expect(await runCli(command, project)).toMatchObject({ code: 0 });
  writeFileSync(fixture, readFileSync(fixture, 'utf8').replace(/"amount": \d+/, '"amount": "1"'));
  rmSync(path.join(project, 'src/iamport/models.ts'));
  for (const command of commands) expect(await runCli(command, project)).toMatchObject({ code: 1 });
}, 120_000);

it('the address of a copy of this repository is written in one way, with the version of the packages', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const addresses = [...PAGES, 'action.yml', '.pre-commit-hooks.yaml', 'scripts/README.md', 'CONTRIBUTING.md'].flatMap(
    (file) => readFileSync(file, 'utf8').match(/[^\s`(]*\/iamport-kit(?:@\S+|\n\s+rev: \S+)/g) ?? [],
  );
  expect([...new Set(addresses.filter((address) => !address.startsWith('@')))].sort()).toEqual([
    `OWNER/iamport-kit@v${version}`,
    `https://github.com/OWNER/iamport-kit\n    rev: v${version}`,
  ]);
  // Wherever the address is needed, it is said what to write for it.
  for (const page of PAGES.filter((file) => readFileSync(file, 'utf8').includes('OWNER/')))
    expect(readFileSync(page, 'utf8')).toMatch(/`OWNER\/iamport-kit`/);
});

it('READMEs and guides are there in both languages, with the same samples', () => {
  const guides = PAGES.filter((file) => file.includes('/pages/'));
  const korean = guides.filter((file) => file.includes('/pages/ko/'));
  expect(guides).toHaveLength(2 * korean.length);
  for (const file of korean) {
    const english = file.replace('/ko/', '/en/');
    const shape = (page: string): string[] =>
      samplesOf(page)
        .filter(({ language }) => ['ts', 'js', 'tsx', 'vue', 'html'].includes(language))
        .map(({ code }) => withoutWords(code));
    expect({ file, samples: shape(file) }).toEqual({ file, samples: shape(english) });
  }
});

/** Comments and texts are written in the language of the page. */
function withoutWords(code: string): string {
  return code
    .replaceAll(/\s*\/\/ .*$/gm, '')
    .replaceAll(/'[^'\n]*'|`[^`]*`/g, "''")
    .trim();
}

it.each(PAGES)('%s names commands and flags that exist', (file) => {
  const lines = [...readFileSync(file, 'utf8').matchAll(/npx iamport-kit ([a-z]+)([^`\n#]*)/g)];
  const unknown = lines.flatMap(([line, name = '', rest = '']) => {
    const command = COMMANDS.find((each) => each.name === name);
    if (command === undefined) return [line];
    const flags = [...rest.matchAll(/(?<= )--([a-z-]+)/g)].map(([, flag = '']) => flag);
    return flags.filter((flag) => !Object.hasOwn(command.flags, flag)).map((flag) => `${line}: --${flag}`);
  });
  expect(unknown).toEqual([]);
});

it.each(SAMPLES.filter(({ language }) => language === 'json' || language === 'yaml'))(
  'the $language in line $line of $file can be read',
  ({ language, code }) => {
    expect(() => (language === 'json' ? JSON.parse(code) : parse(code)) as unknown).not.toThrow();
  },
);

it.each(PAGES.filter((file) => READMES.includes(file)))('the links of %s lead to files', (file) => {
  const links = [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
});
