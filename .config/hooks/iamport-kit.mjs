#!/usr/bin/env node
// The entry of the pre-commit hooks: runs the @iamport-kit/cli that the project has installed, else fetches the version of
// this repository. A hook of `language: node` would install everything this repository needs for its own development.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const args = process.argv.slice(2);
const installed = findInstalled(process.cwd());
const { status, signal, error } =
  installed === undefined
    ? spawnSync('npx', fetchArguments(), { stdio: 'inherit', shell: process.platform === 'win32' })
    : spawnSync(process.execPath, [installed, ...args], { stdio: 'inherit' });
if (error !== undefined) {
  process.stderr.write(
    `iamport-kit: @iamport-kit/cli is not installed here, and npx cannot be started (${error.code ?? error.message}). ` +
      'Run "npm install --save-dev @iamport-kit/cli", or install npm.\n',
  );
}
process.exitCode = signal === null ? (status ?? 2) : 2;

/** The program in the nearest node_modules, from the folder that pre-commit runs in up to the root. */
function findInstalled(folder) {
  const file = path.join(folder, 'node_modules/@iamport-kit/cli/bin/iamport-kit.js');
  if (existsSync(file)) return file;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : findInstalled(parent);
}

function fetchArguments() {
  const manifest = fileURLToPath(new URL('../../scripts/package.json', import.meta.url));
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const packages = ['@iamport-kit/cli', 'iamport-kit'].flatMap((name) => ['--package', `${name}@${version}`]);
  return ['--yes', ...packages, 'iamport-kit', ...args];
}
