import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import type { Diagnostic } from '../../scripts/messages/diagnostic.js';
import { loadSpec } from '../../scripts/files/load-spec.js';
import { generate } from '../../scripts/generate/pipeline.js';
import { lintOverlayFile } from '../../scripts/lint/lint-overlay-file.js';
import { lintSpec } from '../../scripts/lint/lint-spec.js';
import { UsageError } from '../../scripts/messages/usage-error.js';
import { everyEntry } from '../../scripts/messages/every-entry.js';
import { messageOf } from '../../scripts/messages/texts.js';

const base = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
const folder = path.join(base, 'project');
mkdirSync(path.join(folder, 'examples'), { recursive: true });
writeFileSync(path.join(folder, 'package.json'), '{}');
writeFileSync(path.join(base, 'secret.json'), '{ "canary": true }');
afterAll(() => rmSync(base, { recursive: true }));

function put(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

// A document of the i'mport API: in others, a target that matches nothing is a warning.
const spec = (example: string): string => `openapi: 3.1.0
info: { title: PortOne, version: '1' }
paths:
  /a:
    get:
      operationId: getA
      summary: First
      responses:
        '200': { description: D, content: { application/json: { schema: {}, examples: { one: ${example} } } } }
`;
const sound = put('openapi.yaml', spec('{ value: 1 }'));

/** What a person sees: `file:line:column message` of every error, or the one refusal. */
async function seen(find: () => Promise<readonly Diagnostic[]>): Promise<string[]> {
  try {
    const found = (await find()).filter(({ severity }) => severity === 'error');
    return found.map(
      (each) => `${each.at.file}:${each.at.line}:${each.at.column} ${messageOf(each, 'en', everyEntry())}`,
    );
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [error.message];
  }
}

const HEAD = "overlay: 1.0.0\ninfo: { title: O, version: '1' }\nactions:\n";
const action = (target: string, rest = 'update: { summary: S }'): string =>
  `${HEAD}  - target: ${target}\n    ${rest}\n`;
const COPY = action('$.paths', 'copy: $.nowhere').replace('1.0.0', '1.1.0');

describe('a bad overlay is refused by generate and reported by lint', () => {
  async function generated(overlay: string): Promise<string[]> {
    return seen(async () => {
      const loaded = await loadSpec(sound, 'openapi.yaml', { files: [overlay], cwd: folder });
      return (await generate(loaded, { include: [], overlays: [overlay], hasEntry: false })).diagnostics;
    });
  }

  async function linted(overlay: string): Promise<string[]> {
    const options = { spec: sound, cwd: folder, hosts: [], rules: 'auto' } as const;
    return seen(async () => {
      const linted = await lintOverlayFile({ file: overlay, shownAs: path.basename(overlay) }, options);
      return linted?.diagnostics ?? [];
    });
  }

  it.each<[title: string, text: string, want: RegExp]>([
    ['not YAML', `${HEAD}  - [\n`, /bad\.yaml:5:1 as YAML or JSON/],
    [
      'another version',
      HEAD.replace('1.0.0', '9.0.0'),
      /^bad\.yaml:1:10 is overlay version "9.0.0"; .*begin with "overlay: 1.0.0"/,
    ],
    ['a version that is a number', HEAD.replace('1.0.0', '1.0'), /^bad\.yaml:1:10 is overlay version 1; .*begin with/],
    ['actions that are not a list', HEAD.replace('actions:', 'actions: 7'), /^bad\.yaml:3:10 /],
    [
      'a target that matches nothing',
      action('$.paths.nowhere'),
      /^bad\.yaml:4:13 The target matches nothing .*; correct it, or delete/,
    ],
    [
      'a target that is not a JSONPath',
      action('$.['),
      /^bad\.yaml:4:13 The target is not a valid JSONPath \(RFC 9535\), such as/,
    ],
    [
      'a target that is a number',
      action('7'),
      /^bad\.yaml:4:13 The (`target` field must be a JSONPath|target is not a valid JSONPath)/,
    ],
    [
      'no target',
      `${HEAD}  - update: { summary: S }\n`,
      /^bad\.yaml:4:5 The (`target` field must be a JSONPath|target is not a valid JSONPath)/,
    ],
    ['an update of another kind', action('$..get', 'update: 7'), /^bad\.yaml:5:13 Cannot apply number to object/],
    [
      'an update that no document may have',
      action('$..get', 'update: { summary: 7 }'),
      /^bad\.yaml:5:24 Expected type `string`/,
    ],
    [
      'an update that is not allowed there',
      action('$..get', 'update: { sumary: S }'),
      /^bad\.yaml:5:23 Property `sumary`/,
    ],
    ['a removal of a required member', action('$.info.title', 'remove: true'), /^bad\.yaml:4:13 .*title/],
    ['a copy from a target that does not exist', COPY, /^bad\.yaml:5:11 /],
  ])('%s', async (_title, text, want) => {
    const overlay = put('bad.yaml', text);
    for (const messages of [await generated(overlay), await linted(overlay)]) {
      expect(messages[0]).toMatch(want);
      expect(messages.join('\n')).not.toContain(folder);
    }
  });

  it.each([
    ['a file that does not exist', 'gone.yaml', /cannot read the overlay gone\.yaml \(no such file\)/],
    ['a folder', 'examples', /cannot read the overlay examples \(it is a folder\)/],
  ])('%s', async (_title, name, want) => {
    const overlay = path.join(folder, name);
    expect((await generated(overlay))[0]).toMatch(want);
    expect((await linted(overlay))[0]).toMatch(want);
  });

  it('says that a file is not an overlay', async () => {
    expect((await generated(put('bad.yaml', 'a: 1\n')))[0]).toMatch(
      /^bad\.yaml:1:1 is not an overlay; .*begin with "overlay/,
    );
  });

  it('accepts an action that removes its target, and one whose target another action has added', async () => {
    const overlay = put(
      'good.yaml',
      `${HEAD}  - { target: $..summary, remove: true }\n  - { target: $, update: { x-new: { a: 1 } } }\n  - { target: "$['x-new']", update: { b: 1 } }\n`,
    );
    expect(await generated(overlay)).toEqual([]);
  });
});

describe('a bad example is refused by generate and reported by lint', () => {
  put('examples/good.json', '{ "a": 1 }');
  put('examples/good.yaml', 'value: 1\n');
  put('examples/broken.json', '{ "a": 1,\n  b }');
  put('examples/broken.yaml', 'value: {');
  put('examples/evil.json', '{ "__proto__": 1 }');
  symlinkSync(path.join(base, 'secret.json'), path.join(folder, 'examples/link.json'));

  async function both(example: string): Promise<string[][]> {
    const file = put('with-example.yaml', spec(example));
    const found = async (find: 'generate' | 'lint'): Promise<string[]> =>
      seen(async () => {
        const loaded = await loadSpec(file, 'with-example.yaml', { cwd: folder });
        if (find === 'generate') return (await generate(loaded, { include: [], hasEntry: false })).diagnostics;
        const all = await lintSpec(loaded, { rules: 'recommended' });
        return all.filter(({ code }) => ['example-file-is-json', 'no-unresolved-refs', 'struct'].includes(code));
      });
    return [await found('generate'), await found('lint')];
  }

  it.each([
    [
      'no JSON',
      '{ externalValue: examples/broken.json }',
      /^with-example\.yaml:9:\d+ .* is not JSON \(examples\/broken\.json:2:3\)/,
    ],
    [
      'a file that is not there',
      '{ externalValue: examples/gone.json }',
      /^with-example\.yaml:9:\d+ .*cannot be read \(no such file\)/,
    ],
    ['a folder', '{ externalValue: examples }', /^with-example\.yaml:9:\d+ .*cannot be read \(it is a folder\)/],
    [
      'a file outside the project',
      '{ externalValue: ../secret.json }',
      /^with-example\.yaml:9:\d+ .*is outside project\/.*put a copy/,
    ],
    ['an absolute path', `{ externalValue: /etc/hosts }`, /^with-example\.yaml:9:\d+ .*is outside project\//],
    [
      'a link out of the project',
      '{ externalValue: examples/link.json }',
      /^with-example\.yaml:9:\d+ .*is outside project\//,
    ],
    [
      'a key that harms',
      '{ externalValue: examples/evil.json }',
      /^with-example\.yaml:9:\d+ .*the key "__proto__" is not supported/,
    ],
    ['a name that is a number', '{ externalValue: 7 }', /^with-example\.yaml:9:\d+ Expected type `string`/],
    [
      'a reference to no YAML',
      '{ $ref: examples/broken.yaml }',
      /^(with-example\.yaml:9:\d+|examples\/broken\.yaml:1:\d+) .*(resolve|parse)/,
    ],
    ['a reference to nothing', '{ $ref: examples/gone.yaml }', /^with-example\.yaml:9:\d+ .*no such file/],
    [
      'a reference out of the project',
      '{ $ref: ../secret.json }',
      /^with-example\.yaml:9:\d+ .*must stay inside project\//,
    ],
  ])('%s', async (_title, example, want) => {
    for (const messages of await both(example)) {
      expect(messages[0]).toMatch(want);
      expect(messages.join('\n')).not.toMatch(/canary/);
      expect(messages.join('\n')).not.toContain(folder);
    }
  });

  it.each([
    '{ externalValue: examples/good.json }',
    '{ $ref: examples/good.yaml }',
    '{ externalValue: https://a.example/a.json }',
  ])('accepts %s', async (example) => {
    expect(await both(example)).toEqual([[], []]);
  });
});
