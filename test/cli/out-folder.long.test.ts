import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  cpSync('test/golden/spec', path.join(folder, 'spec'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...parts: string[]): string => path.join(folder, ...parts);

describe('--out', () => {
  it.each<[title: string, out: () => string, message: RegExp]>([
    ['the root', () => '/', /is the root of this machine; pass a dedicated folder to --out, such as \/generated/],
    ['the home folder', () => at('home'), /is your home folder/],
    ['the folder of the spec', () => 'spec', /is the folder of the spec/],
    ['a link to the folder of the spec', () => 'link', /is the folder of the spec/],
    ['the root of a project', () => 'project', /is the root of a project/],
    ['a file', () => 'spec/openapi.yaml', /is a file; --out expects a folder/],
  ])('is refused when it is %s', async (_title, out, message) => {
    mkdirSync(at('home'));
    mkdirSync(at('project/.git'), { recursive: true });
    symlinkSync('spec', at('link'));
    const before = readdirSync(folder, { recursive: true }).sort();
    const { code, stdout, stderr } = await runCli(['generate', '--out', out()], folder, { HOME: at('home') });
    expect(stderr).toMatch(message);
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
  });

  it('may be a link to a folder', async () => {
    mkdirSync(at('elsewhere'));
    symlinkSync('elsewhere', at('out'));
    expect((await runCli(['generate', '--out', 'out'], folder)).code).toBe(0);
    expect(existsSync(at('elsewhere/paths.ts'))).toBe(true);
  });
});

it('a process that is killed leaves whole files, and the next run repairs', async () => {
  await runCli(['generate'], folder);
  const before = outputs();
  const spec = readFileSync(at('spec/openapi.yaml'), 'utf8');
  writeFileSync(at('spec/openapi.yaml'), spec.replaceAll('gold', 'copper'));
  await killedAt('writeFileSync');
  expect(outputs()).toEqual(before);
  await killedAt('renameSync');
  const between = outputs();
  expect(Object.keys(between)).toEqual(Object.keys(before));
  expect((await runCli(['generate'], folder)).code).toBe(0);
  const repaired = outputs();
  expect(readdirSync(at('generated')).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(repaired).not.toEqual(between);
  // Whatever stood there in between was one whole version of the file or the other.
  for (const [file, text] of Object.entries(between)) expect([before[file], repaired[file]]).toContain(text);
}, 180_000);

async function killedAt(call: string): Promise<void> {
  const { code } = await runCli(['generate'], folder, { NODE_OPTIONS: `--import=${killer(call)}` });
  expect(code).toBe(null);
  expect(readdirSync(at('generated')).some((name) => name.startsWith('.iamport-kit-'))).toBe(true);
}

function outputs(): Record<string, string> {
  const files = readdirSync(at('generated'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.\w+$/.test(file) && !file.startsWith('.'),
  );
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(at('generated', file), 'utf8')]));
}

/** A module that makes the process kill itself at the third call of a function of `node:fs`. */
function killer(call: string): string {
  const file = at('killer.mjs');
  const source = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const real = fs.${call};
let count = 0;
fs.${call} = (...args) => {
  if (++count === 3) process.kill(process.pid, 'SIGKILL');
  return real(...args);
};
syncBuiltinESMExports();
`;
  writeFileSync(file, source);
  return file;
}
