import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { PROGRAM, runBash, type ShellResult } from './run-bash.js';

const WRONG = '{ "amount": "1004" }';
const CHECK = ['validate', 'a.json', '--schema', 'Payment'];

const DOCUMENT = `openapi: 3.1.0
info: { title: A, version: '1' }
paths: { /a: { get: { operationId: getA, responses: { '200': { $ref: '#/components/responses/A' } } } } }
components:
  responses: { A: { description: A, content: { application/json: { schema: { $ref: pet.yaml } } } } }
`;
const OVERLAY = `overlay: 1.0.0
info: { title: O, version: '1' }
extends: openapi.yaml
actions: [{ target: $.info, update: { summary: S } }]
`;

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  fs.writeFileSync(at('a.json'), WRONG);
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});
const at = (name: string): string => path.join(folder, name);
const read = (name: string): string => fs.readFileSync(at(name), 'utf8');

const bash = (line: string): Promise<ShellResult> => runBash(line, folder);

const check = `kit ${CHECK.join(' ')}`;

describe('a failed write of standard output is exit 2', () => {
  it.each<[format: string]>([
    ...['pretty', 'compact', 'json', 'sarif', 'junit', 'github', 'checkstyle', 'codeclimate', 'markdown'].map(
      (format): [string] => [`${check} --format ${format}`],
    ),
    ['kit --version'],
    ['kit lint --help'],
    ['kit explain fixture/type --lang ko'],
    ['kit sandbox --coverage'],
    [`${check} --fix --dry-run`],
    [`${check} --coverage`],
    ['kit lint openapi.yaml'],
    ['kit generate --spec openapi.yaml --out out'],
  ])('by %s', async (line) => {
    fs.writeFileSync(at('openapi.yaml'), DOCUMENT);
    expect((await bash(`LANG=C; ${line} >/dev/full`)).code).toBe(2);
  });
});

describe('a report never replaces', () => {
  it.each<[title: string, line: string, file: string]>([
    ['the document that lint reads', 'kit lint openapi.yaml', 'openapi.yaml'],
    ['a file that it refers to', 'kit lint openapi.yaml', 'pet.yaml'],
    ['an overlay', 'kit lint overlay.yaml', 'overlay.yaml'],
    ['the document that an overlay extends', 'kit lint overlay.yaml', 'openapi.yaml'],
    ['a file of that document', 'kit lint overlay.yaml', 'pet.yaml'],
    ['the document of --spec', 'kit lint overlay.yaml --spec openapi.yaml', 'openapi.yaml'],
    ['a document that cannot be read', 'kit lint overlay.yaml broken.yaml', 'broken.yaml'],
    ['a config', check, 'iamport-kit.config.json'],
    ['the manifest of the generated code', `${check} --generated generated`, 'generated/manifest.json'],
    ['a baseline', `${check} --baseline baseline.json`, 'baseline.json'],
  ])('%s', async (_title, line, file) => {
    fs.writeFileSync(at('openapi.yaml'), DOCUMENT);
    fs.writeFileSync(at('pet.yaml'), 'type: object\n');
    fs.writeFileSync(at('overlay.yaml'), OVERLAY);
    fs.writeFileSync(at('broken.yaml'), '[');
    fs.writeFileSync(at('iamport-kit.config.json'), '{}\n');
    fs.writeFileSync(at('baseline.json'), '{ "version": 1, "entries": [] }\n');
    fs.cpSync('generated/manifest.json', at('generated/manifest.json'));
    const before = read(file);
    const result = await bash(`${line} --output json=${file}`);
    expect([result.code, read(file)]).toEqual([2, before]);
    expect(result.stderr).toMatch(
      /^iamport-kit: --output .* would overwrite a file that this run uses; name another one\n$/,
    );
  });
});

// Everything that writes a file of the user: over the old text at its real path, whatever leads there.
describe.each<[title: string, line: string, file: string]>([
  ['--output', `${check} --output sarif=r.sarif >/dev/null`, 'r.sarif'],
  ['--fix', `${check} --fix`, 'a.json'],
  ['--redact --write', 'kit validate c.json --schema Payment --redact --write', 'c.json'],
  ['--update-baseline', `${check} --update-baseline --reason old`, 'iamport-kit.baseline.json'],
  ['generate', 'kit generate --spec openapi.yaml --out out', 'out/models.ts'],
])('%s', (title, line, file) => {
  const before: Readonly<Record<string, string>> = {
    'r.sarif': '{}',
    'a.json': WRONG,
    'c.json': '{ "buyer_tel": "010-9876-5432" }',
    'iamport-kit.baseline.json': '{ "version": 1, "entries": [] }\n',
  };
  beforeEach(async () => {
    fs.writeFileSync(at('openapi.yaml'), DOCUMENT);
    fs.writeFileSync(at('pet.yaml'), 'type: object\n');
    for (const [name, text] of Object.entries(before)) fs.writeFileSync(at(name), text);
    if (title !== 'generate') return;
    await bash(line);
    fs.appendFileSync(at(file), 'export const stale = 1;\n');
  });

  it('keeps a mode, and the other name of a file', async () => {
    const old = read(file);
    fs.chmodSync(at(file), 0o640);
    fs.linkSync(at(file), at('hard'));
    await bash(line);
    expect(read(file)).not.toBe(old);
    expect(read('hard')).toBe(read(file));
    fs.rmSync(at('hard'));
    fs.writeFileSync(at(file), old);
    await bash(line);
    expect(read(file)).not.toBe(old);
    expect(fs.statSync(at(file)).mode & 0o777).toBe(0o640);
  });

  it('writes through links, of files and of folders, or says that it does not', async () => {
    const old = read(file);
    fs.mkdirSync(at('real'));
    fs.renameSync(at(file), at('real/file'));
    fs.symlinkSync('real', at('folder'));
    fs.symlinkSync(at('folder/file'), at(file));
    const { code, stderr } = await bash(line);
    expect(fs.readlinkSync(at(file))).toBe(at('folder/file'));
    expect(read('real/file') === old).toBe(title === 'generate');
    // Links in the output folder may lead out of it.
    if (title === 'generate')
      expect([code, stderr]).toEqual([2, expect.stringMatching(/models\.ts is a symbolic link/)]);
  });

  it.each(['one name', 'two names'])(
    'keeps the old text of a file with %s when there is no more space',
    async (names) => {
      const old = read(file);
      if (names === 'two names') fs.linkSync(at(file), at('hard'));
      const before = fs.readdirSync(path.dirname(at(file)));
      const { code, stderr } = await bash(`ulimit -f ${title === '--output' ? 2 : 0}; ${line}`);
      expect([code, read(file)]).toEqual([2, old]);
      expect(stderr).toMatch(/^iamport-kit: cannot write .*\(file too large\)/m);
      expect(fs.readdirSync(path.dirname(at(file)))).toEqual(before);
    },
  );

  it('does not replace a pipe', async () => {
    fs.rmSync(at(file));
    const { code } = await bash(
      `mkfifo ${file}; cat ${file} >/dev/null & ${line}; code=$?; kill $! 2>/dev/null; exit $code`,
    );
    expect(fs.lstatSync(at(file)).isFIFO()).toBe(true);
    // Reports go into a pipe. Nothing else is read from one.
    expect(code).toBe(title === '--output' ? 1 : 2);
  });

  it.runIf(process.getuid?.() === 0)('changes nothing in a folder that is read-only', async () => {
    const old = read(file);
    const kit = `setpriv --reuid 65534 --clear-groups ${PROGRAM}`;
    fs.chmodSync(folder, 0o755);
    const result = await bash(line.replace('kit ', `${kit} `));
    expect([result.code, read(file)]).toEqual([2, old]);
    expect(result.stderr).toMatch(/^iamport-kit: cannot write .*\(permission denied\)/m);
  });
});
