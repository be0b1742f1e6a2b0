import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { generateOnce } from '../../scripts/generate/session.js';
import { makeUnionDocument } from '../bench/union-document.mjs';
import { runCli } from './run-cli.js';

// With as many schemas as this, a second thread makes a part of the validators.

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
const at = (...parts: string[]): string => path.join(folder, ...parts);

beforeAll(() => {
  writeFileSync(at('openapi.json'), JSON.stringify(makeUnionDocument(300).document));
  // Every thread runs it first.
  writeFileSync(
    at('preload.mjs'),
    `import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (!isMainThread && process.env.FAIL) throw new Error('no thread today');
if (!isMainThread) writeFileSync(${JSON.stringify(at('threads.txt'))}, 'one more');`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const generate = (out: string, env: Readonly<Record<string, string>> = {}): ReturnType<typeof runCli> =>
  runCli(['generate', '--spec', 'openapi.json', '--out', out], folder, {
    NODE_OPTIONS: `--import ${pathToFileURL(at('preload.mjs')).href}`,
    ...env,
  });

it('two threads write the same bytes as one', async () => {
  expect(await generate('two')).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(at('threads.txt'), 'utf8')).toBe('one more');
  // The sources have no file for a second thread.
  const specFile = at('openapi.json');
  const { files } = await generateOnce({
    ...{ specFile, shownAs: 'openapi.json', overlays: [], include: [], hosts: [] },
    ...{ hasEntry: true, out: at('two'), cwd: folder },
  });
  expect(files.length).toBeGreaterThan(3000);
  const differing = files.filter(({ path: name, text }) => readFileSync(at('two', name), 'utf8') !== text);
  expect(differing.map(({ path: name }) => name)).toEqual([]);
}, 120_000);

it('when the second thread fails, that is our bug, and nothing is written', async () => {
  const { code, stdout, stderr } = await generate('none', { FAIL: '1' });
  expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
  expect(stderr).toContain('no thread today');
  expect(existsSync(at('none'))).toBe(false);
}, 120_000);
