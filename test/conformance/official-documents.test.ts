import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { loadSpec } from '../../scripts/files/load-spec.js';
import { lintOverlayFile } from '../../scripts/lint/lint-overlay-file.js';
import { lintSpec } from '../../scripts/lint/lint-spec.js';
import { UsageError } from '../../scripts/messages/usage-error.js';
import { INVALID_3_1, VALID_3_0, VALID_3_1 } from './openapi-cases.js';
import { INVALID_OVERLAYS, VALID_OVERLAYS } from './overlay-cases.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-official-'));
const judged = { right: 0, all: 0 };
afterAll(() => {
  rmSync(folder, { recursive: true });
  process.stdout.write(`official documents: ${judged.right} of ${judged.all} are judged as their suites say\n`);
});

/** The codes of the errors that `lint --ruleset structure` finds; a refusal to read counts as one. */
async function errorsIn(text: string): Promise<string[]> {
  const file = path.join(folder, 'document.yaml');
  writeFileSync(file, text);
  const options = { rules: 'structure', cwd: folder, hosts: [], spec: undefined } as const;
  try {
    const overlay = await lintOverlayFile({ file, shownAs: 'document.yaml' }, options);
    const found =
      overlay?.diagnostics ?? (await lintSpec(await loadSpec(file, 'document.yaml', { cwd: folder }), options));
    return found.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return ['usage'];
  }
}

async function judge(text: string, isValid: boolean): Promise<void> {
  judged.all += 1;
  const errors = await errorsIn(text);
  if (isValid) expect(errors).toEqual([]);
  else expect(errors).not.toEqual([]);
  judged.right += 1;
}

const openapi = (version: string, rest: string): string =>
  `openapi: ${version}\ninfo: { title: API, version: '1', ${version === '3.1.1' ? 'summary: S, license: { name: A, identifier: MIT }' : ''} }\n${rest}\n`;

describe.each([
  ['valid OpenAPI 3.0', '3.0.4', VALID_3_0, true],
  ['valid OpenAPI 3.1', '3.1.1', VALID_3_1, true],
  ['invalid OpenAPI 3.1', '3.1.1', INVALID_3_1, false],
] as const)('%s', (_title, version, documents, isValid) => {
  it.each(documents)('%s', (_name, rest) => judge(openapi(version, rest), isValid));
});

describe.each([
  ['valid overlays', VALID_OVERLAYS, true],
  ['invalid overlays', INVALID_OVERLAYS, false],
] as const)('%s', (_title, overlays, isValid) => {
  const documents = overlays.flatMap(([name, text, versions = ['1.0.0', '1.1.0']]) =>
    versions.map((version) => [name, version, text.replace('VERSION', version)] as const),
  );
  it.each(documents)('%s, version %s', (_name, _version, text) => judge(text, isValid));
});

it('each fault of the specifications that Redocly does not see has a code of its own', async () => {
  const codesOf = async (name: string): Promise<string[]> => {
    const [, document = ''] = INVALID_3_1.find(([each]) => each === name) ?? [];
    return errorsIn(openapi('3.1.1', document));
  };
  expect(await codesOf('example-examples')).toEqual(['example-or-examples']);
  expect(await codesOf('header-object-allowReserved')).toEqual(['allow-reserved-is-in-query']);
  const overlaid = async (name: string): Promise<string[]> => {
    const [, document = ''] = INVALID_OVERLAYS.find(([each]) => each === name) ?? [];
    return errorsIn(document.replace('VERSION', '1.0.0'));
  };
  expect(await overlaid('actions-minimal')).toEqual(['overlay-has-actions']);
  expect(await overlaid('actions-not-unique')).toEqual(['overlay-actions-unique']);
});
