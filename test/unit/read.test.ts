import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ReadDocument, SourceDocument } from '../../scripts/source/document.js';
import { createLineCutter } from '../../scripts/files/cut-lines.js';
import { decodeUtf8 } from '../../scripts/files/read-bytes.js';
import { readFile, readStream } from '../../scripts/files/read-file.js';
import { parseText, prepareFormat, type Format } from '../../scripts/source/read-text.js';
import { messageOf } from '../../scripts/messages/texts.js';

await prepareFormat('yaml');
const parse = (text: string, format: Format): ReadDocument[] => parseText({ file: 'f', text, firstLine: 1 }, format);

/** `line:column message` of what cannot be read, the value of what can. */
function shown(read: ReadDocument): unknown {
  if (read.ok) return read.document.value;
  const { at } = read.diagnostic;
  return `${at.line}:${at.column} ${messageOf(read.diagnostic, 'en')}`;
}

function only(reads: readonly ReadDocument[]): SourceDocument {
  const [read] = reads;
  if (reads.length !== 1 || !read?.ok) throw new Error('not one document');
  return read.document;
}

describe('the value of a text', () => {
  it.each<[title: string, format: Format, text: string, want: unknown[]]>([
    ['JSON', 'json', '{"a":[1,null]}', [{ a: [1, null] }]],
    ['a lone value', 'json', ' "x" ', ['x']],
    ['no comments in JSON', 'json', '{ // a\n}', ['1:3 the file is not JSON: comments are not allowed']],
    ['no trailing comma in JSON', 'json', '[1,]', ['1:4 the file is not JSON: value expected']],
    ['an empty file', 'json', ' \n', ['1:1 the file is empty']],
    ['JSONC', 'jsonc', '// a\n{ "a": [1, /* b */ 2,], }', [{ a: [1, 2] }]],
    ['broken JSONC', 'jsonc', '{\n  "a": ,\n}', ['2:8 the file is not JSON: value expected']],
    ['an empty JSONC', 'jsonc', '', ['1:1 the file is empty']],
    ['YAML', 'yaml', 'a: [1, ~]\nb: 2026-01-01\n', [{ a: [1, null], b: '2026-01-01' }]],
    ['several YAML documents', 'yaml', 'a: 1\n---\nb: 2\n...\n---\nc: 3\n---\n', [{ a: 1 }, { b: 2 }, { c: 3 }]],
    ['a written null', 'yaml', 'null', [null]],
    ['YAML of comments alone', 'yaml', '# nothing\n', ['1:1 the file is empty']],
    ['broken YAML', 'yaml', 'a: 1\n---\na: "b\n', [{ a: 1 }, '4:1 the file is not YAML: missing character']],
    ['a key given twice in YAML', 'yaml', 'a: 1\na: 2\n', ['2:1 duplicate key a in the document', { a: 2 }]],
    ['aliases', 'yaml', 'a: &x { b: 1 }\nc: *x\n', [{ a: { b: 1 }, c: { b: 1 } }]],
    [
      'an alias inside what it stands for',
      'yaml',
      'a: &x [*x]',
      ['1:8 the aliases expand to too many values, or contain themselves'],
    ],
    ['an alias of nothing', 'yaml', 'a: *x', ['1:4 unresolved alias: no anchor with that name is defined before it']],
    [
      'aliases that stand for millions',
      'yaml',
      `a0: &a0 [x]\n${[1, 2, 3, 4, 5, 6].map((n) => `a${n}: &a${n} [${`*a${n - 1},`.repeat(10)}]\n`).join('')}`,
      ['1:1 the aliases expand to too many values, or contain themselves'],
    ],
  ])('%s', (_title, format, text, want) => {
    expect(parse(text, format).map(shown)).toEqual(want);
  });

  it('reports duplicate keys in YAML, each at its place', () => {
    const text = 'x:\n  - b: 1\n  - "c/d": { e: 1, e: 2 }\n    "c/d": 3\n';
    const found = parse(text, 'yaml').flatMap((read) => (read.ok ? [] : [read.diagnostic]));
    expect(found.map(({ code, at }) => `${code} ${at.pointer} ${at.line}:${at.column}`).sort()).toEqual([
      'fixture/duplicate-key /x/1/c~1d 4:5',
      'fixture/duplicate-key /x/1/c~1d/e 3:20',
    ]);
  });

  it.each<Format>(['json', 'jsonc', 'yaml'])('keeps a property named __proto__ in %s', (format) => {
    const { value } = only(parse('{"__proto__": {"polluted": 1}}', format));
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('nesting', () => {
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  const deep = 'the file is nested too deeply to be checked';

  it.each<[format: Format, levels: number]>([
    ['json', 100],
    ['json', 5_000],
    ['jsonc', 100],
    ['yaml', 100],
    ['yaml', 400],
  ])('accepts %s with %i levels', (format, levels) => {
    const { locate } = only(parse(nested(levels), format));
    expect(locate('/0/0', 'value').column).toBe(3);
  });

  it.each<[title: string, format: Format, text: string]>([
    ['JSON', 'json', nested(100_000)],
    ['unfinished JSON', 'json', '{"a":'.repeat(100_000)],
    ['JSONC', 'jsonc', nested(100_000)],
    ['YAML', 'yaml', nested(100_000)],
    ['unfinished YAML', 'yaml', '['.repeat(100_000)],
    ['YAML lists', 'yaml', '- '.repeat(100_000)],
  ])('refuses %s with 100,000 levels', (_title, format, text) => {
    expect(parse(text, format).map(shown)).toEqual([expect.stringMatching(deep)]);
  });

  it('does not count brackets in text', () => {
    expect(only(parse(JSON.stringify(['['.repeat(100_000)]), 'json')).value).toHaveLength(1);
  });
});

describe('positions', () => {
  const yaml = '# first\na: 1\n---\nlist:\n  - name: x\n    "odd/key": &v { deep: true }\n  - *v\nempty:\n';
  const json = '{\n  "a/b": [10,\n    { "c~d": "x" }],\n  "twice": 1, "twice": 22\n}';

  it.each<[format: Format, text: string, pointer: string, place: 'key' | 'value', want: [number, number, number?]]>([
    ['json', json, '', 'value', [1, 1, 1]],
    ['json', json, '/a~1b', 'key', [2, 3, 5]],
    ['json', json, '/a~1b/0', 'value', [2, 11, 2]],
    ['json', json, '/a~1b/1/c~0d', 'value', [3, 14, 3]],
    ['json', json, '/twice', 'value', [4, 24, 2]],
    ['json', json, '/a~1b/1/missing', 'value', [3, 5]],
    ['json', json, '/a~1b/x', 'value', [2, 10]],
    ['jsonc', '// a\n{ /* b */ "c": 1 }', '/c', 'key', [2, 11, 3]],
    ['yaml', yaml, '/list/0/name', 'value', [5, 11, 1]],
    ['yaml', yaml, '/list/0/odd~1key', 'key', [6, 5, 9]],
    ['yaml', yaml, '/list/1/deep', 'value', [6, 27, 4]],
    ['yaml', yaml, '/empty', 'value', [8, 7, 0]],
    ['yaml', yaml, '/missing', 'value', [4, 1]],
  ])('%s: %j %s %s', (format, text, pointer, place, [line, column, length]) => {
    const document = parse(text, format)
      .flatMap((read) => (read.ok ? [read.document] : []))
      .at(-1)!;
    const want = length === undefined ? { line, column } : { line, column, length };
    expect(document.locate(pointer, place)).toEqual(want);
    const span = document.spanOf(pointer, place);
    expect(span === undefined).toBe(length === undefined);
    const lines = text.split('\n').slice(0, line - 1);
    const start = lines.join('\n').length + (lines.length > 0 ? 1 : 0) + column - 1;
    const before = text.indexOf(document.text);
    if (span !== undefined) expect(span.offset + before).toBe(start);
  });
});

describe('bytes', () => {
  it.each([
    ['text', Buffer.from('결제'), { ok: true, text: '결제' }],
    ['a byte order mark', Buffer.from('\ufeffa'), { ok: true, text: 'a' }],
    ['a replacement character that is meant', Buffer.from('a\ufffd'), { ok: true, text: 'a\ufffd' }],
    ['a wrong byte', Buffer.from([0x61, 0xff]), { ok: false, problem: 'utf8', offset: 1, before: 'a' }],
    [
      'a wrong byte behind a replacement character',
      Buffer.concat([Buffer.from('결\ufffd'), Buffer.from([0xc3, 0x28])]),
      { ok: false, problem: 'utf8', offset: 6, before: '결\ufffd' },
    ],
    ['half a character', Buffer.from('결').subarray(0, 2), { ok: false, problem: 'utf8', offset: 0, before: '' }],
    ['a surrogate', Buffer.from([0xed, 0xa0, 0x80]), { ok: false, problem: 'utf8', offset: 0, before: '' }],
    ['UTF-16', Buffer.from('\ufeffa', 'utf16le'), { ok: false, problem: 'utf16', offset: 0, before: '' }],
  ])('%s', (_title, bytes, want) => {
    expect(decodeUtf8(bytes)).toEqual(want);
  });
});

describe('lines', () => {
  const cut = (chunks: readonly string[], most?: number): (string | number)[][] => {
    const cutter = createLineCutter(most);
    const show = (lines: ReturnType<typeof cutter.end>): (string | number)[][] =>
      lines.map(({ bytes, number, tooLong }) => [number, tooLong ?? bytes.toString()]);
    return [...chunks.flatMap((chunk) => show(cutter.cut(Buffer.from(chunk)))), ...show(cutter.end())];
  };

  it.each([
    ['none', [''], []],
    ['one without an end', ['a'], [[1, 'a']]],
    [
      'several',
      ['a\nb\r\nc\n'],
      [
        [1, 'a'],
        [2, 'b\r'],
        [3, 'c'],
      ],
    ],
    ['blank ones, which count', ['\n \t\r\na\n\n'], [[3, 'a']]],
    [
      'across chunks',
      ['a', 'b\nc', '', 'd', '\n', 'e'],
      [
        [1, 'ab'],
        [2, 'cd'],
        [3, 'e'],
      ],
    ],
  ])('%s', (_title, chunks, want) => {
    expect(cut(chunks)).toEqual(want);
  });

  it('skips a line that is too long, and continues with the next', () => {
    const half = 'x'.repeat(600_000);
    expect(cut(['a\n', half, half, half, '\nb\n'], 1)).toEqual([
      [1, 'a'],
      [2, 1],
      [3, 'b'],
    ]);
  });
});

describe('NDJSON', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const text = '\ufeff{"a":1}\n\n{"a":\n  {"b": [2]}';

  it('gives the same from a file and from a stream', async () => {
    const file = path.join(folder, 'x.ndjson');
    writeFileSync(file, text);
    const want = [{ a: 1 }, '3:6 the file is not JSON: value expected', { b: [2] }];
    const fromFile = [...readFile(file, 'x.ndjson')];
    expect(fromFile.map(shown)).toEqual(want);
    const bytes = [...Buffer.from(text)].map((byte) => Buffer.from([byte]));
    const fromStream: ReadDocument[] = [];
    for await (const read of readStream(Readable.from(bytes), 'x.jsonl')) fromStream.push(read);
    expect(fromStream.map(shown)).toEqual(want);
    const last = fromFile.at(-1);
    expect(last?.ok === true && last.document.locate('/b/0', 'value')).toEqual({ line: 4, column: 10, length: 1 });
  });

  it('reports a broken stream', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('{"a":1}\n{');
        throw new Error('gone');
      })(),
    );
    const reads: ReadDocument[] = [];
    for await (const read of readStream(broken, 'x.ndjson')) reads.push(read);
    expect(reads.map(shown)).toEqual([{ a: 1 }, '1:1 cannot be read (gone)']);
  });
});
