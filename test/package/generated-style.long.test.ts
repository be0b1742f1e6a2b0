import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const run = promisify(execFile);
const project = mkdtempSync(path.join(tmpdir(), 'iamport-kit-style-'));
const FROM_HERE = [
  'iamport-kit',
  'openapi-fetch',
  'openapi-typescript-helpers',
  'typescript',
  'typescript6',
  'typescript7',
  '@typescript',
];
const LINTERS = ['eslint', 'typescript-eslint', '@typescript-eslint', 'prettier'];

const STRICTEST = {
  ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noImplicitOverride: true },
  ...{ noImplicitReturns: true, noPropertyAccessFromIndexSignature: true, noFallthroughCasesInSwitch: true },
  ...{ noUnusedLocals: true, noUnusedParameters: true, allowUnreachableCode: false, allowUnusedLabels: false },
  ...{ isolatedModules: true, verbatimModuleSyntax: true, erasableSyntaxOnly: true, skipLibCheck: false },
};

const ESLINT_CONFIG = `import tseslint from 'typescript-eslint';
export default [...tseslint.configs.recommendedTypeChecked, { languageOptions: { parserOptions: { projectService: true } } }];
`;

/** Runs a program in the project: its exit code and all that it prints. */
async function inProject(...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const [program = '', ...rest] = args;
  const isScript = /\.[cm]?js$/.test(program);
  return run(isScript ? process.execPath : program, isScript ? args : rest, { cwd: project }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: unknown) => {
      // What execFile rejects with.
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, output: stdout + stderr };
    },
  );
}

const cli = path.resolve('scripts/bin/iamport-kit.js');
const generate = (...flags: string[]): ReturnType<typeof inProject> =>
  inProject(cli, 'generate', '--include', 'payments', '--out', 'src/iamport', ...flags);
const eslint = (...flags: string[]): ReturnType<typeof inProject> =>
  inProject('node_modules/eslint/bin/eslint.js', 'src', ...flags);
const biome = (...flags: string[]): ReturnType<typeof inProject> =>
  inProject('node_modules/@biomejs/biome/bin/biome', 'check', ...flags);

function writeTsconfig(options: object): void {
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023', 'dom'],
    types: [],
    noEmit: true,
    ...options,
  };
  writeFileSync(path.join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
}

beforeAll(async () => {
  writeFileSync(path.join(project, 'package.json'), '{ "type": "module", "private": true }');
  writeFileSync(path.join(project, 'eslint.config.js'), ESLINT_CONFIG);
  writeTsconfig({ strict: true, skipLibCheck: true });
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error', '--no-save'];
  expect(await inProject('npm', 'install', ...flags, '@biomejs/biome@2')).toMatchObject({ code: 0 });
  mkdirSync(path.join(project, 'node_modules'), { recursive: true });
  for (const name of [...FROM_HERE, ...LINTERS])
    symlinkSync(path.resolve('node_modules', name), path.join(project, 'node_modules', name));
  expect(await generate()).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(project, { recursive: true }));

describe('a generated folder, as it is written', () => {
  it('has nothing to complain of for ESLint with recommendedTypeChecked, unused directives included', async () => {
    expect(await eslint('--max-warnings', '0', '--report-unused-disable-directives-severity', 'error')).toEqual({
      code: 0,
      output: '',
    });
  });

  it('has nothing to complain of for Biome', async () => {
    const files = readdirSync(path.join(project, 'src'), { recursive: true, encoding: 'utf8' });
    const code = files.filter((file) => file.endsWith('.ts')).map((file) => path.join('src', file));
    expect(await biome('--error-on-warnings', ...code)).toMatchObject({ code: 0 });
  });

  it('has nothing to complain of for Prettier that looks at its pragma', async () => {
    const flags = ['--check', '--check-ignore-pragma', 'src/**/*.ts'];
    expect(await inProject('node_modules/prettier/bin/prettier.cjs', ...flags)).toMatchObject({ code: 0 });
  });

  it.each([
    ['5.9', 'typescript', STRICTEST],
    ['6', 'typescript6', STRICTEST],
    ['7', 'typescript7', STRICTEST],
    ['5.9 that is not strict', 'typescript', { strict: false, skipLibCheck: true }],
    ['7 that is not strict', 'typescript7', { strict: false, skipLibCheck: true }],
  ])('has nothing to complain of for TypeScript %s', async (_title, compiler, options) => {
    writeTsconfig(options);
    const program = compiler === 'typescript7' ? 'bin/tsc' : 'lib/tsc.js';
    expect(await inProject(process.execPath, `node_modules/${compiler}/${program}`)).toEqual({ code: 0, output: '' });
  });
});

describe('a generated folder, after every tool has written to it', () => {
  beforeAll(async () => {
    writeTsconfig({ strict: true, skipLibCheck: true });
    expect(await inProject('node_modules/prettier/bin/prettier.cjs', '--write', 'src')).toMatchObject({ code: 0 });
    await eslint('--fix');
    await biome('--write', 'src');
    for (const file of readdirSync(path.join(project, 'src/iamport'), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(ts|json)$/.test(file)) continue;
      const target = path.join(project, 'src/iamport', file);
      writeFileSync(target, readFileSync(target, 'utf8').replaceAll('\n', '\r\n'));
    }
  });

  it('is up to date, with a note', async () => {
    const { code, output } = await generate('--check');
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringMatching(/is up to date.*\n\d+ files formatted differently/) as string,
    });
  });

  it('is generated again without being touched, and compiles', async () => {
    const before = readFileSync(path.join(project, 'src/iamport/models.ts'), 'utf8');
    expect(await generate('--force')).toMatchObject({
      code: 0,
      output: expect.stringContaining('left alone') as string,
    });
    expect(readFileSync(path.join(project, 'src/iamport/models.ts'), 'utf8')).toBe(before);
    expect(await inProject(process.execPath, 'node_modules/typescript/lib/tsc.js')).toEqual({ code: 0, output: '' });
  });
});
