import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

// `generate --lang ko` takes the translation beside the document, whatever the document.

const DOCUMENT = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /things:
    get:
      operationId: listThings
      tags: [things]
      summary: List things
      responses: { '200': { description: Things. } }
`;

const KOREAN = `overlay: 1.0.0
x-translates: ko
info: { title: Korean, version: '1' }
actions: [{ target: '$.paths["/things"].get', update: { summary: 물건 목록 } }]
`;

const OTHER = KOREAN.replace('x-translates: ko', 'x-translates: ja').replace('물건 목록', '物の一覧');
const OURS = KOREAN.replace('x-translates: ko\n', '').replace('물건 목록', '우리 물건');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  mkdirSync(path.join(folder, 'overlays'));
  writeFileSync(path.join(folder, 'shop.yaml'), DOCUMENT);
  writeFileSync(path.join(folder, 'overlays/ko.yaml'), KOREAN);
  writeFileSync(path.join(folder, 'overlays/ja.yaml'), OTHER);
  writeFileSync(path.join(folder, 'ours.yaml'), OURS);
  mkdirSync(path.join(folder, 'bare'));
  writeFileSync(path.join(folder, 'bare/shop.yaml'), DOCUMENT);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Title, flags, environment, and the summary that the code has. */
const CASES: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>, string])[] = [
  ['--lang ko', ['--lang', 'ko'], {}, '물건 목록'],
  ['no flag', [], {}, 'List things'],
  ['--lang en', ['--lang', 'en'], {}, 'List things'],
  ['a Korean machine, which must write the same as any other', [], { LC_ALL: 'ko_KR.UTF-8' }, 'List things'],
  ['an overlay of the user, which comes last', ['--lang', 'ko', '--overlay', 'ours.yaml'], {}, '우리 물건'],
  ['a document without a translation', ['--lang', 'ko', '--spec', 'bare/shop.yaml'], {}, 'List things'],
];

it.each(CASES)('%s', async (_title, flags, env, summary) => {
  const out = `out-${Math.random().toString(36).slice(2)}`;
  const spec = flags.includes('--spec') ? [] : ['--spec', 'shop.yaml'];
  const args = ['generate', ...spec, '--out', out, ...flags];
  expect(await runCli(args, folder, env)).toMatchObject({ code: 0 });
  const { paths } = JSON.parse(readFileSync(path.join(folder, out, 'openapi.json'), 'utf8')) as {
    paths: { '/things': { get: { summary: string } } };
  };
  expect(paths['/things'].get.summary).toBe(summary);
});

it('is out of date once the language is another', async () => {
  const args = ['generate', '--spec', 'shop.yaml', '--out', 'again'];
  expect((await runCli([...args, '--lang', 'ko'], folder)).code).toBe(0);
  expect((await runCli([...args, '--lang', 'ko', '--check'], folder)).code).toBe(0);
  expect((await runCli([...args, '--check'], folder)).code).toBe(1);
});
