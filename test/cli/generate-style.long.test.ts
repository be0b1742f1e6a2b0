import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { format } from 'prettier';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  cpSync('test/golden/spec', path.join(folder, 'spec'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...parts: string[]): string => path.join(folder, ...parts);

describe('generate in a project with a style of its own', () => {
  it('passes with a note where only the formatting differs, and generate leaves it so', async () => {
    await runCli(['generate'], folder);
    const formatted = new Map<string, string>();
    for (const file of ['validators/Coin.ts', 'schemas/Coin.json', 'manifest.json', 'models.ts']) {
      const text = await format(readFileSync(at('generated', file), 'utf8'), { filepath: file, printWidth: 60 });
      formatted.set(file, text);
      writeFileSync(at('generated', file), text);
    }
    expect(await runCli(['generate', '--check'], folder)).toEqual({
      code: 0,
      stdout:
        'generated/ is up to date (32 files)\n4 files formatted differently, which is fine; tell your formatter to leave generated/ alone\n',
      stderr: '',
    });
    const { code, stdout } = await runCli(['generate', '--force'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('4 files left alone: only the formatting differs\n');
    for (const [file, text] of formatted) expect(readFileSync(at('generated', file), 'utf8')).toBe(text);
    // The next change is written all the same.
    writeFileSync(at('spec/openapi.yaml'), readFileSync(at('spec/openapi.yaml'), 'utf8').replace('silver', 'copper'));
    expect((await runCli(['generate'], folder)).code).toBe(0);
    expect(readFileSync(at('generated/models.ts'), 'utf8')).toContain("'gold', 'copper'");
    expect((await runCli(['generate', '--check'], folder)).code).toBe(0);
  });

  it('keeps the import extension of a flag, and takes that of the config', async () => {
    const imports = (): string =>
      /from '\.\/api(.*)';/.exec(readFileSync(at('generated/index.ts'), 'utf8'))?.[1] ?? '?';
    await runCli(['generate', '--import-extension', 'ts'], folder);
    expect(imports()).toBe('.ts');
    expect((await runCli(['generate', '--check'], folder)).code).toBe(0);
    const { stdout } = await runCli(['generate', '--force'], folder);
    expect(stdout).toContain('imports with .ts (--import-extension), ');
    writeFileSync(at('iamport-kit.config.json'), '{ "generate": { "importExtension": "none" } }');
    expect((await runCli(['generate', '--check'], folder)).code).toBe(1);
    expect((await runCli(['generate', '--check', '--no-config'], folder)).code).toBe(0);
    expect((await runCli(['generate'], folder)).stdout).toContain(
      'imports without an extension (iamport-kit.config.json)',
    );
    expect(imports()).toBe('');
    rmSync(at('iamport-kit.config.json'));
    await runCli(['generate', '--import-extension', 'js'], folder);
    await runCli(['generate', '--import-extension', 'auto'], folder);
    expect(JSON.parse(readFileSync(at('generated/manifest.json'), 'utf8'))).toMatchObject({
      imports: { extension: '.js' },
    });
  });

  it('keeps --strict-read-only, and follows the config', async () => {
    const isStrict = (): boolean => 'strictReadOnly' in JSON.parse(readFileSync(at('generated/manifest.json'), 'utf8'));
    const exitCode = async (...args: string[]): Promise<number | null> =>
      (await runCli(['generate', ...args], folder)).code;
    expect(await exitCode('--strict-read-only')).toBe(0);
    expect(isStrict()).toBe(true);
    expect(await exitCode('--check')).toBe(0);
    writeFileSync(at('iamport-kit.config.json'), '{ "generate": { "strictReadOnly": false } }');
    expect(await exitCode('--check')).toBe(1);
    expect(await exitCode()).toBe(0);
    expect(isStrict()).toBe(false);
    writeFileSync(at('iamport-kit.config.json'), '{ "generate": { "strictReadOnly": true } }');
    expect(await exitCode('--check')).toBe(1);
    expect(await exitCode('--check', '--no-config')).toBe(0);
    rmSync(at('iamport-kit.config.json'));
    expect(await exitCode()).toBe(0);
  });
});
