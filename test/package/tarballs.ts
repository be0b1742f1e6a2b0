import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function readManifest(project: string, name: string): Manifest {
  // What is packed is a manifest.
  return JSON.parse(readFileSync(path.join(project, 'node_modules', name, 'package.json'), 'utf8')) as Manifest;
}

/** Runs a program in the project. */
type Run = (file: string, args: readonly string[]) => Promise<string>;

/** Tests of what is packed, and of what is installed from it. The names are there once the tests begin. */
export function describeTarballs(project: string, tarballs: readonly string[], inProject: Run): void {
  it('pass publint and are-the-types-wrong', async () => {
    for (const tarball of tarballs) await inProject(path.resolve('node_modules/.bin/publint'), ['--strict', tarball]);
    const attw = path.resolve('node_modules/.bin/attw');
    // Every way of resolving, those of CommonJS and of old compilers included, and one name for each pattern.
    const names = ['validators/Payment', 'schemas/Payment.json'];
    const [main = '', ...others] = tarballs;
    // The overlay is a document, and the default exports of the browser entries are types, as those of iamport-typings.
    const known = ['--exclude-entrypoints', 'overlays/ko.yaml', '--ignore-rules', 'false-export-default'];
    await inProject(attw, [main, ...known, '--include-entrypoints', ...names]);
    for (const other of others) await inProject(attw, [other, '--profile', 'esm-only']);
  });

  it('are all that npm pack prints, as pre-commit expects', () => {
    expect(tarballs).toEqual([
      expect.stringMatching(/^iamport-kit-\d[^\s]*\.tgz$/),
      expect.stringMatching(/^iamport-kit-cli-[^\s]*\.tgz$/),
      expect.stringMatching(/^iamport-kit-sandbox-[^\s]*\.tgz$/),
    ]);
  });

  it('install in 60 MB, with one compiler', () => {
    const files = readdirSync(path.join(project, 'node_modules'), { recursive: true, withFileTypes: true });
    const sizes = files
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => statSync(path.join(parentPath, name)));
    // As a disk counts them, in blocks.
    expect(sizes.reduce((sum, { blocks }) => sum + blocks * 512, 0) / 1e6).toBeLessThan(60);
    // The whole compiler in one file, whatever the package is called.
    expect(sizes.filter(({ size }) => size > 5e6)).toHaveLength(1);
  });

  it('run nothing when they are installed', () => {
    for (const name of ['iamport-kit', '@iamport-kit/cli', '@iamport-kit/sandbox']) {
      const { scripts } = readManifest(project, name);
      expect(Object.keys(scripts ?? {})).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(pre|post)?install$|^(pre|post)?prepare$|^prepack$/)]),
      );
    }
  });

  it('bring openapi-fetch to production and no compiler', () => {
    expect(Object.keys(readManifest(project, 'iamport-kit').dependencies ?? {})).toEqual(['openapi-fetch']);
  });

  it('hold the licence and no source, test or spec', () => {
    const files = readdirSync(path.join(project, 'node_modules/iamport-kit'));
    expect(files.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.ko.md', 'README.md', 'dist', 'package.json']);
  });
}
