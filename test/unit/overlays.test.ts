import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { loadSpec } from '../../scripts/files/load-spec.js';
import { generate, type Generated } from '../../scripts/generate/pipeline.js';
import { lintSpec } from '../../scripts/lint/lint-spec.js';
import { UsageError } from '../../scripts/messages/usage-error.js';
import { fileText } from '../generate-from.js';
import { everyEntry } from '../../scripts/messages/every-entry.js';
import { messageOf } from '../../scripts/messages/texts.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
mkdirSync(path.join(folder, 'overlays'));
afterAll(() => rmSync(folder, { recursive: true }));

const SPEC = `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /things:
    get:
      operationId: listThings
      summary: First
      responses:
        '200': { description: D, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
components:
  schemas:
    Thing: { type: object, properties: { a: { type: string, description: A. }, 'b''s': { type: string } } }
`;

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function overlay(name: string, actions: string, rest = ''): string {
  return write(name, `overlay: 1.0.0\ninfo: { title: O, version: '1' }\n${rest}actions: ${actions}\n`);
}

async function generateWith(...overlays: readonly string[]): Promise<Generated> {
  const file = write('openapi.yaml', SPEC);
  return generate(await loadSpec(file, file, { cwd: folder, files: overlays }), {
    include: [],
    overlays,
    hasEntry: false,
  });
}

describe('generate with overlays', () => {
  it('applies actions and files in order', async () => {
    const one = overlay(
      'one.yaml',
      "[{ target: '$..get', update: { summary: Second } }, { target: '$..get', update: { summary: Third } }]",
    );
    const two = overlay('two.yaml', '[{ target: "$.paths[\'/things\'].get", update: { description: And more. } }]');
    const resources = fileText(await generateWith(one, two), 'resources/api.ts');
    expect(resources).toContain('Third.');
    expect(resources).toContain('And more.');
    const reversed = overlay('three.yaml', "[{ target: '$..get', update: { summary: Last } }]");
    expect(fileText(await generateWith(one, reversed), 'resources/api.ts')).toContain('Last.');
  });

  it('removes nodes', async () => {
    const file = overlay('remove.yaml', "[{ target: '$.components.schemas.Thing.properties.a', remove: true }]");
    expect(JSON.parse(fileText(await generateWith(file), 'schemas/Thing.json'))).not.toHaveProperty('properties.a');
  });

  it('hashes overlays with the sources', async () => {
    const hash = ({ sources }: Generated): unknown => sources?.hash;
    const file = overlay('hash.yaml', '[{ target: $ }]');
    expect(hash(await generateWith(file))).not.toBe(hash(await generateWith()));
    expect(hash(await generateWith(file))).toBe(hash(await generateWith(file)));
  });

  it.each([
    ["[{ target: '$..[', update: { summary: X } }]", 'overlay-target-exists', 'bad.yaml'],
    ["[{ target: '$..get', update: { operationId: 7 } }]", 'struct', 'bad.yaml'],
    ['[]', 'overlay-has-actions', 'bad.yaml'],
    [
      "[{ target: '$..get', update: { summary: X } }, { target: '$..get', update: { summary: X } }]",
      'overlay-actions-unique',
      'bad.yaml',
    ],
  ])('reports %s', async (actions, code, file) => {
    const { diagnostics, files } = await generateWith(overlay('bad.yaml', actions));
    expect(files).toEqual([]);
    expect(diagnostics.map(({ code: found, at }) => [found, at.file])).toEqual([[code, file]]);
  });

  describe('applies them before lint', () => {
    const sick = (text: string): string => write('sick.yaml', text);
    const at = async (spec: string, ...overlays: readonly string[]): Promise<(string | number)[][]> => {
      const loaded = await loadSpec(spec, 'sick.yaml', { cwd: folder, files: overlays });
      const { diagnostics } = await generate(loaded, { include: [], overlays, hasEntry: false });
      return diagnostics.map(({ code, at }) => [code, at.file, at.line]);
    };
    const MINIMAL = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n";

    it('removes an unknown key', async () => {
      const spec = sick(`${MINIMAL}deprecated: true\npaths: {}\n`);
      expect(await at(spec)).toEqual([['struct', 'sick.yaml', 3]]);
      expect(await at(spec, overlay('cure.yaml', '[{ target: $.deprecated, remove: true }]'))).toEqual([]);
    });

    it('corrects a pattern, an example file and a broken reference', async () => {
      const spec = sick(`${MINIMAL}paths: {}
components:
  schemas:
    A: { type: string, pattern: '(?i)a' }
    B: { $ref: 'missing.yaml#/B' }
  examples: { One: { externalValue: missing.json } }
`);
      expect((await at(spec)).map(([code]) => code).sort()).toEqual([
        'example-file-is-json',
        'no-unresolved-refs',
        'pattern-compiles',
      ]);
      const cure = overlay(
        'cure.yaml',
        `[{ target: $.components.schemas.A, update: { pattern: '[Aa]' } }, { target: $.components.schemas.B, remove: true },
          { target: $.components.examples, remove: true }]`,
      );
      expect(await at(spec, cure)).toEqual([]);
    });

    it('reports other problems at their place in the spec', async () => {
      write('other.yaml', "Part: { type: string, pattern: '(?i)b' }\n");
      const spec = sick(`${MINIMAL}deprecated: true
paths: {}
components:
  schemas:
    A: { type: string, pattern: '(?i)a' }
    B: { type: object, properties: { part: { $ref: 'other.yaml#/Part' } } }
`);
      const rest = [
        ['pattern-compiles', 'other.yaml', 1],
        ['pattern-compiles', 'sick.yaml', 7],
      ];
      const cure = overlay('cure.yaml', '[{ target: $.deprecated, remove: true }]');
      expect((await at(spec, cure)).sort()).toEqual(rest);
    });

    it('reports problems of an update at its line in the overlay', async () => {
      const spec = sick(`${MINIMAL}paths:
  /a:
    get:
      operationId: getA
      parameters: [{ name: a, in: query, schema: { type: string } }]
      responses: { '200': { description: D } }
`);
      const wrong = write(
        'wrong.yaml',
        `overlay: 1.0.0
info: { title: O, version: '1' }
actions:
  - target: $.paths['/a'].get
    update:
      summary: Fine.
      operationId: 7
  - target: $.paths['/a'].get.parameters
    update:
      name: b
      in: query
      schema:
        type: string
        pattern: '(?i)b'
`,
      );
      expect(await at(spec, wrong)).toEqual([
        ['struct', 'wrong.yaml', 7],
        ['pattern-compiles', 'wrong.yaml', 14],
      ]);
    });
  });

  it.each([
    ['no overlay at all', (): string => write('none.yaml', 'a: 1\n')],
    ['no YAML', (): string => write('broken.yaml', 'a: [\n')],
    ['no file', (): string => path.join(folder, 'missing.yaml')],
  ])('refuses %s without showing absolute paths', async (_title, make) => {
    const failure = await generateWith(make()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect(String(failure)).not.toContain(folder);
  });
});

describe('lint of the overlays beside a spec', () => {
  async function findings(actions: string, rest = ''): Promise<[string, string][]> {
    overlay('overlays/own.yaml', actions, rest);
    const file = write('openapi.yaml', SPEC.replace('openapi: 3.1.0', 'openapi: 3.1.0\nservers: [{ url: / }]'));
    const all = await lintSpec(await loadSpec(file, file, { cwd: folder }), { rules: 'iamport' });
    return all
      .filter(({ at }) => at.file === 'overlays/own.yaml')
      .map((found) => [found.code, messageOf(found, 'en', everyEntry())]);
  }

  it.each([
    ["[{ target: '$..get', update: {} }]", []],
    ['[]', ['overlay-has-actions']],
    ["[{ target: '$.info', update: {} }, { update: {}, target: '$.info' }]", ['overlay-actions-unique']],
    ['[{ target: $ }]', ['overlay-action-does-something']],
    ["[{ target: '$.info.x-a', update: {} }]", ['overlay-target-exists', 'overlay-target-is-quoted']],
    // A hyphen in quotes is part of a name that is quoted already.
    ['[{ target: \'$.paths["/x-y.z-a"]\', update: {} }]', ['overlay-target-exists']],
    ["[{ target: '$.paths.nothing', update: {} }]", ['overlay-target-exists']],
    ["[{ target: '$.[', update: {} }]", ['overlay-target-exists']],
    ['[{ update: {} }]', ['overlay-target-exists']],
    // What an action before it has added is there; what nobody has added is not.
    ["[{ target: '$.info', update: { x-a: { b: 1 } } }, { target: '$.info[\"x-a\"]', update: { b: 2 } }]", []],
    [
      "[{ target: '$.info', update: { x-a: { b: 1 } } }, { target: '$.info[\"x-b\"]', update: { b: 2 } }]",
      ['overlay-target-exists'],
    ],
  ])('checks %s', async (actions, codes) => {
    const found = await findings(actions);
    expect(found.map(([code]) => code)).toEqual(codes);
  });

  it('requires a complete translation', async () => {
    const found = await findings("[{ target: '$..get', update: { summary: S } }]", 'x-translates: ko\n');
    expect(found).toEqual(
      [
        "$['components']['schemas']['Thing']['properties']['a']['description']",
        "$['components']['schemas']['Thing']['properties']['b\\'s']['description']",
        "$['info']['title']",
        "$['paths']['/things']['get']['responses']['200']['description']",
      ].map((text) => ['translation-is-complete', `${text} is not translated.`]),
    );
  });
});
