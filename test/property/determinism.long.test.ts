import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { generateFrom } from '../generate-from.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport kit 한글 #'));
beforeAll(() => cpSync('spec', path.join(folder, 'spec'), { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true }));

it('prints the same bytes from another folder, and a second time', async () => {
  const here = await generateFrom('spec/openapi.yaml');
  const there = await generateFrom(path.join(folder, 'spec/openapi.yaml'));
  const again = await generateFrom('spec/openapi.yaml');
  expect(there.files).toEqual(here.files);
  expect(again.files).toEqual(here.files);
  expect(here.files.map(({ text }) => text).join('')).not.toContain(process.cwd());
}, 120_000);

// Node reads the locale once, at its start. Estonian sorts z before t, and writes decimals with a comma.
const ESTONIAN = { ...process.env, LC_ALL: 'et_EE.UTF-8', TZ: 'Asia/Seoul' };
const PROBE = `process.stdout.write('t'.localeCompare('z') + (1.5).toLocaleString() + new Date(0).getHours())`;

it('prints the same bytes in another time zone and locale', () => {
  expect(execFileSync(process.execPath, ['-e', PROBE], { env: ESTONIAN, encoding: 'utf8' })).toBe('11,59');
  const written = [process.env, ESTONIAN].map((env, index) => {
    const out = path.join(folder, `out-${index}`);
    const args = ['scripts/bin/iamport-kit.js', 'generate', '--spec', path.join(folder, 'spec/openapi.yaml')];
    execFileSync(process.execPath, [...args, '--out', out], { env });
    return filesIn(out);
  });
  expect(written[1]).toEqual(written[0]);
}, 120_000);

function filesIn(out: string): Record<string, string> {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(out, file), readFileSync(file, 'utf8')]),
  );
}
