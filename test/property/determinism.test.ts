import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { generateFrom } from '../generate-from.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport kit 한글 #'));
afterAll(() => rmSync(folder, { recursive: true }));

it('prints the same bytes from another folder, in another time zone and locale, and a second time', async () => {
  cpSync('spec', path.join(folder, 'spec'), { recursive: true });
  const here = await generateFrom('spec/openapi.yaml');
  const { TZ, LANG } = process.env;
  Object.assign(process.env, { TZ: 'Asia/Seoul', LANG: 'tr_TR.UTF-8' });
  const there = await generateFrom(path.join(folder, 'spec/openapi.yaml'));
  const again = await generateFrom('spec/openapi.yaml');
  Object.assign(process.env, { TZ: TZ ?? '', LANG: LANG ?? '' });
  expect(there.files).toEqual(here.files);
  expect(again.files).toEqual(here.files);
  expect(here.files.map(({ text }) => text).join('')).not.toContain(process.cwd());
}, 120_000);
