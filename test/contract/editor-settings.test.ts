import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

interface Manifest {
  readonly operations: Readonly<
    Record<
      string,
      { readonly request?: string; readonly webhook?: string; readonly responses: Readonly<Record<string, string>> }
    >
  >;
}

// The settings that the guide to fixtures recommends for editors.
const guide = readFileSync('scripts/site/pages/ko/guides/fixtures.md', 'utf8');
const settings = [...guide.matchAll(/```jsonc?\n([^`]*"json\.schemas"[^`]*)```/g)].map(
  ([, text = '']) => JSON.parse(text) as { 'json.schemas': { fileMatch: string[]; url: string }[] },
);
const entries = settings.flatMap((each) => each['json.schemas']);
const manifest = JSON.parse(readFileSync('generated/manifest.json', 'utf8')) as Manifest;

it('the guide shows settings for editors', () => {
  expect(entries.length).toBeGreaterThan(1);
});

it.each(entries)('an editor finds $url in the package', ({ url }) => {
  const [, kit = '', file = ''] = /^\.\/node_modules\/(iamport-kit|@iamport-kit\/cli)\/(.+)$/.exec(url) ?? [];
  const folder = kit === 'iamport-kit' ? '.' : 'scripts';
  const { files } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { files: string[] };
  expect(files).toContain(file.split('/')[0]);
  const schema = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { title?: string };
  expect(schema.title).toMatch(/\w/);
});

it.each(entries.flatMap(({ fileMatch, url }) => fileMatch.map((pattern) => ({ pattern, url }))))(
  'an editor and `validate` agree on $pattern',
  ({ pattern, url }) => {
    const [, operationId = '', status = ''] = /^fixtures\/(\w+)\/(\w+)\*\.json$/.exec(pattern) ?? [];
    const { request, webhook, responses } = manifest.operations[operationId] ?? { responses: {} };
    const body = { request, webhook, ...responses }[status];
    expect(url).toBe(`./node_modules/iamport-kit/dist/generated/schemas/${String(body)}.json`);
  },
);
