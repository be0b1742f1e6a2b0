import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { RULES } from '../../scripts/lint/every-rule.js';
import { GENERATE_RULES } from '../../scripts/lint/every-rule.js';
import { openFingerprintCache } from '../../scripts/files/fingerprint-cache.js';
import { loadSpec } from '../../scripts/files/load-spec.js';
import { generate } from '../../scripts/generate/pipeline.js';
import { generatorHash, hashCode } from '../../scripts/generate/write/code-hash.js';
import {
  findUnchanged,
  markUnchanged,
  type Request,
  type UnchangedOutput,
} from '../../scripts/generate/write/unchanged.js';
import { applyDifferences, compareOutput } from '../../scripts/generate/write/write.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
const made = path.join(folder, 'made');
const work = path.join(folder, 'work');
const at = (...parts: string[]): string => path.join(work, ...parts);
afterAll(() => rmSync(folder, { recursive: true }));

const SPEC = `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /things: { $ref: 'paths.yaml' }
`;
const PATHS = `get:
  operationId: listThings
  tags: [things]
  responses:
    '200':
      description: D
      content:
        application/json:
          schema: { type: object, properties: { a: { type: string } } }
          examples: { One: { externalValue: 'one.json' } }
`;
const OVERLAY = `overlay: 1.0.0
info: { title: O, version: '1' }
actions: [{ target: '$..get', update: { summary: Second } }]
`;

const request = (changed: Partial<Request> = {}): Request => ({
  specFile: at('openapi.yaml'),
  overlays: [at('overlay.yaml')],
  include: ['things'],
  hasEntry: true,
  out: at('out'),
  ...changed,
});

const cache = (): ReturnType<typeof openFingerprintCache> => openFingerprintCache(at('out'));
const find = (wanted: Request): UnchangedOutput | undefined => findUnchanged(wanted, cache());

beforeAll(async () => {
  cpSync('test/golden/spec', made, { recursive: true });
  writeFileSync(path.join(made, 'openapi.yaml'), SPEC);
  writeFileSync(path.join(made, 'other.yaml'), SPEC);
  writeFileSync(path.join(made, 'paths.yaml'), PATHS);
  writeFileSync(path.join(made, 'one.json'), '{"a":"b"}');
  writeFileSync(path.join(made, 'overlay.yaml'), OVERLAY);
  cpSync(made, work, { recursive: true });
  mkdirSync(at('node_modules'));
  const { specFile, out, ...options } = request();
  const { files, sources } = await generate(await loadSpec(specFile, specFile), options);
  applyDifferences(compareOutput(files, out), out);
  markUnchanged({ request: request(), sources: sources!, files }, cache());
  cpSync(work, made, { recursive: true });
});
beforeEach(() => {
  rmSync(work, { recursive: true });
  cpSync(made, work, { recursive: true });
});

const edit = (file: string, from: string, to: string): void => {
  const before = readFileSync(at(file), 'utf8');
  expect(before).toContain(from);
  writeFileSync(at(file), before.replace(from, to));
};

describe('an output is known to be unchanged', () => {
  it('right after it was written, and says how much there is', () => {
    const { counts, files = [] } = find(request()) ?? {};
    expect(counts).toEqual({ operations: 1, schemas: 2 });
    expect(files.map((file) => file.path)).toContain('validators/ListThingsInput.ts');
  });

  it('after the whole folder has moved, and whatever the order and number of the tags', () => {
    renameSync(work, `${work} 한글`);
    const moved = (name: string): string => path.join(`${work} 한글`, name);
    const there = { specFile: moved('openapi.yaml'), overlays: [moved('overlay.yaml')], out: moved('out') };
    const moves = request({ ...there, include: ['things', 'things'] });
    expect(findUnchanged(moves, openFingerprintCache(moves.out))).toBeDefined();
    renameSync(`${work} 한글`, work);
  });

  it('when only the ends of the lines of a source differ, as in a checkout on Windows', () => {
    writeFileSync(at('paths.yaml'), PATHS.replaceAll('\n', '\r\n'));
    expect(find(request())).toBeDefined();
  });
});

describe('an output is not known to be unchanged after', () => {
  const cases: [title: string, change: () => unknown][] = [
    ['an edit of the root document', () => appendFileSync(at('openapi.yaml'), '# comment\n')],
    ['an edit of a file it refers to', () => edit('paths.yaml', 'type: string', 'type: number')],
    ['an edit of an example', () => edit('one.json', '"b"', '"c"')],
    ['an edit of an overlay', () => edit('overlay.yaml', 'Second', 'Third.')],
    ['a source is gone', () => rmSync(at('one.json'))],
    [
      'a source has become a link that leads out of the project',
      () => {
        writeFileSync(path.join(folder, 'outside.yaml'), PATHS);
        rmSync(at('paths.yaml'));
        symlinkSync(path.join(folder, 'outside.yaml'), at('paths.yaml'));
      },
    ],
    ['an edit of an output file that keeps its length', () => edit('out/models.ts', 'string', 'number')],
    ['an output file is gone', () => rmSync(at('out/schemas/ListThingsInput.json'))],
    ['an output file more', () => writeFileSync(at('out/validators/more.js'), '')],
    [
      'two output files have changed places',
      () => {
        renameSync(at('out/paths.ts'), at('out/x'));
        renameSync(at('out/models.ts'), at('out/paths.ts'));
        renameSync(at('out/x'), at('out/models.ts'));
      },
    ],
    [
      'an output file is a link',
      () => {
        renameSync(at('out/paths.ts'), at('paths.ts'));
        symlinkSync('../paths.ts', at('out/paths.ts'));
      },
    ],
    ['an edit of the manifest', () => edit('out/manifest.json', '"title": "T"', '"title": "U"')],
    ['the manifest is gone', () => rmSync(at('out/manifest.json'))],
    ['the manifest is broken', () => writeFileSync(at('out/manifest.json'), '{')],
    ['the manifest is of an older release', () => edit('out/manifest.json', '"sources"', '"build"')],
    ['the cache is gone', () => rmSync(at('node_modules'), { recursive: true })],
    ['the cache is broken', () => writeFileSync(at('node_modules/.cache/iamport-kit/generated.json'), '["')],
    ['the cache holds something else', () => writeFileSync(at('node_modules/.cache/iamport-kit/generated.json'), '{}')],
  ];
  it.each(cases)('%s', (_title, change) => {
    expect(find(request())).toBeDefined();
    change();
    expect(find(request())).toBeUndefined();
  });

  const requests: [title: string, changed: () => Partial<Request>][] = [
    ['other tags', () => ({ include: [] })],
    ['no entry', () => ({ hasEntry: false })],
    ['one overlay less', () => ({ overlays: [] })],
    ['one overlay twice', () => ({ overlays: [at('overlay.yaml'), at('overlay.yaml')] })],
    ['another root document, even of the same text', () => ({ specFile: at('other.yaml') })],
    ['another output folder', () => ({ out: at('elsewhere') })],
  ];
  it.each(requests)('asking for %s', (_title, changed) => {
    expect(find(request(changed()))).toBeUndefined();
  });
});

it('names the same generator by the same hash', () => {
  expect(generatorHash()).toMatch(/^[0-9a-f]{64}$/);
  expect(generatorHash()).toBe(generatorHash());
});

describe('the cache', () => {
  it('keeps the latest fingerprints, each once', () => {
    const known = cache();
    for (let count = 0; count < 300; count += 1) known.add(`f${count % 250}`);
    const stored = JSON.parse(readFileSync(at('node_modules/.cache/iamport-kit/generated.json'), 'utf8')) as string[];
    expect(stored).toHaveLength(200);
    expect(new Set(stored).size).toBe(200);
    expect([known.has('f49'), known.has('f249'), known.has('f60')]).toEqual([true, true, false]);
  });

  it('that cannot be written costs a run, not an error', () => {
    rmSync(at('node_modules'), { recursive: true });
    mkdirSync(at('node_modules'));
    writeFileSync(at('node_modules/.cache'), 'in the way');
    const known = cache();
    known.add('one');
    expect(known.has('one')).toBe(false);
  });

  it('is in the folder for caches where there is no node_modules', () => {
    const before = process.env.XDG_CACHE_HOME;
    rmSync(at('node_modules'), { recursive: true });
    process.env.XDG_CACHE_HOME = at('caches');
    cache().add('one');
    expect(JSON.parse(readFileSync(at('caches/iamport-kit/generated.json'), 'utf8'))).toEqual(['one']);
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
  });
});

it('notices an edit of any code that decides on the output', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'iamport-kit-code-'));
  cpSync('scripts/dist', root, { recursive: true });
  const before = hashCode(root, '.js');
  const edited = ['generate/emit/codes', 'lint/rules/pattern-compiles', 'lint/lint-spec', 'messages/diagnostic'].map(
    (name) => {
      appendFileSync(path.join(root, `${name}.js`), '\n');
      return hashCode(root, '.js');
    },
  );
  appendFileSync(path.join(root, 'report/formats/pretty.js'), '\n');
  expect(new Set([before, ...edited]).size).toBe(5);
  expect(hashCode(root, '.js')).toBe(edited.at(-1));
  rmSync(root, { recursive: true });
});

it('knows every rule that generating depends on', () => {
  expect(RULES.map(({ id }) => id)).toEqual(expect.arrayContaining([...GENERATE_RULES]));
});
