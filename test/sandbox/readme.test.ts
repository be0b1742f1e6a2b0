import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

// Below node_modules, so that the packages are found as a user's program finds them.
const FOLDER = path.resolve('node_modules/.iamport-kit-readme');

it('the quick start of the README runs as it is written, and prints what it says', () => {
  const text = readFileSync('scripts/sandbox/README.md', 'utf8');
  const program = /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const said = [...program.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, words = '']) => words);
  expect(said).toHaveLength(2);
  mkdirSync(FOLDER, { recursive: true });
  try {
    writeFileSync(path.join(FOLDER, 'quick-start.mjs'), program);
    const out = execFileSync(process.execPath, [path.join(FOLDER, 'quick-start.mjs')], { encoding: 'utf8' });
    expect(out.trim().split('\n')).toEqual(said);
  } finally {
    rmSync(FOLDER, { recursive: true });
  }
});
