import path from 'node:path';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, chmodSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { collectFiles, type CheckedDocument, type CollectedFile } from '../../scripts/fix/collected-file.js';
import { planRedaction } from '../../scripts/fix/plan-redaction.js';
import { writeRewrite, type Rewrite } from '../../scripts/fix/rewrite.js';
import { unifiedDiff } from '../../scripts/fix/unified-diff.js';
import { isLuhn } from '../../scripts/secrets/detectors/luhn.js';
import { secretFindings } from '../../scripts/secrets/secret-findings.js';
import { readFile } from '../../scripts/files/read-file.js';
import { prepareFormat } from '../../scripts/source/read-text.js';
import { messageOf } from '../../scripts/messages/texts.js';

await prepareFormat('yaml');

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'redact-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const schema = {
  properties: {
    card_number: { 'x-sensitive': 'card-number' },
    buyer_tel: { 'x-sensitive': 'phone' },
    access_token: { 'x-sensitive': 'token' },
    imp_key: { 'x-sensitive': 'key' },
    unique_key: { 'x-sensitive': 'identity-key' },
    vbank_num: { 'x-sensitive': 'account-number' },
    buyer_name: { 'x-sensitive': 'name' },
    pg_tid: { type: 'string' },
  },
};

function collect(files: Readonly<Record<string, string>>): CollectedFile[] {
  const checked: CheckedDocument[] = [];
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    for (const read of readFile(file, name))
      checked.push(
        read.ok
          ? { file: { file, shownAs: name }, document: read.document, schema, found: [] }
          : { file: { file, shownAs: name }, found: [read.diagnostic] },
      );
  }
  return collectFiles(checked);
}

const redact = (files: Readonly<Record<string, string>>): Rewrite[] => planRedaction(collect(files));
const after = (name: string, text: string): string => redact({ [name]: text })[0]?.after ?? text;

const codesOf = (text: string): string[] =>
  collect({ 'a.json': text }).flatMap(({ documents }) =>
    documents.flatMap(({ document }) =>
      document === undefined
        ? []
        : secretFindings(document, () => schema).map(({ code, at }) => `${code} ${at.pointer}`),
    ),
  );

describe('what looks real', () => {
  it.each<[title: string, text: string, found: string[]]>([
    [
      'a card number where a masked one belongs',
      '{"card_number":"9410123456789010"}',
      ['secret/card-number /card_number'],
    ],
    ['a masked one', '{"card_number":"411900******1234"}', []],
    ['a published one', '{"card_number":"4111111111111111"}', []],
    ['an ID with the check digit of a card', '{"pg_tid":"4364001234567899"}', []],
    ['the same where nothing is known of the place', '{"x":"4364001234567899"}', ['secret/card-number /x']],
    ['several in one text', '{"x":"kim@naver.com, 010-9876-5432"}', ['secret/email /x', 'secret/phone /x']],
    ['one in JSON in JSON', '{"x":"{\\"imp_secret\\":\\"a8Kd93kfPq02LmNx7Tz\\"}"}', ['secret/key /x']],
    ['one behind escapes', '{"x":"\\u0034364001234567899"}', ['secret/card-number /x']],
    ['a name of a property', '{"kim@naver.com":1}', ['secret/email /kim@naver.com']],
    ['a token', '{"access_token":"12f222d5dc20384dd26766efcc2c78c1bb36247a"}', ['secret/token /access_token']],
    ['a hash where no token belongs', '{"x":"12f222d5dc20384dd26766efcc2c78c1bb36247a"}', []],
    ['a key', '{"imp_key":"7051324563423541"}', ['secret/key /imp_key']],
    ['words for a key', '{"imp_key":"0000000000000000","imp_secret":"secret-from-the-console-1"}', []],
    ['a resident number', '{"memo":"900101-1234568"}', ['secret/resident-number /memo']],
    ['milliseconds', '{"x":1701234567890,"y":"1701234567890"}', []],
  ])('%s', (_title, text, found) => expect(codesOf(text)).toEqual(found));

  it('is found at the value, or at the name', () => {
    const text = '{\n  "a": "kim@naver.com",\n  "lee@naver.com": 1\n}';
    const found = collect({ 'a.json': text })[0]!.documents[0]!.document!;
    const places = secretFindings(found).map((each) => ({
      line: each.at.line,
      column: each.at.column,
      message: messageOf(each, 'en'),
    }));
    expect(places).toEqual([
      { line: 2, column: 8, message: 'this value looks like a real e-mail address' },
      { line: 3, column: 3, message: 'the property name looks like a real e-mail address' },
    ]);
  });
});

it('the time of a search grows with the text alone', () => {
  for (const piece of ['key', 'di', 'token\\', '"card_no" : ', '4364201234567895,', 'a@b.kr ']) {
    const text = JSON.stringify({ x: piece.repeat(Math.ceil(300_000 / piece.length)) });
    const started = performance.now();
    codesOf(text);
    expect({ piece, isQuick: performance.now() - started < 3_000 }).toEqual({ piece, isQuick: true });
  }
});

describe('--redact', () => {
  it.each([
    ['a card number in its groups', '{"card_number":"4364-2012-3456-7895"}', '{"card_number":"4364-0000-0000-0010"}'],
    ['a phone number', '{"buyer_tel":"01098765432"}', '{"buyer_tel":"01000000001"}'],
    ['an older one', '{"buyer_tel":"011-234-5678"}', '{"buyer_tel":"011-000-0001"}'],
    ['one with a country', '{"x":"+82-10-9876-5432"}', '{"x":"+82-10-0000-0001"}'],
    ['an e-mail address', '{"x":"to kim@naver.com!"}', '{"x":"to user1@example.com!"}'],
    ['a token', `{"access_token":"12f222d5dc20384dd26766efcc2c78c1bb36247a"}`, `{"access_token":"${'0'.repeat(39)}1"}`],
    [
      'what follows Bearer',
      '{"authorization":"Bearer 3d9f1c0b7a52e8d4"}',
      '{"authorization":"Bearer 0000000000000001"}',
    ],
    ['a resident number', '{"x":"880515-2234561"}', '{"x":"900102-2000002"}'],
    ['a password in a URL', '{"x":"redis://:k3y2Xq9@cache.kr/1"}', '{"x":"redis://user1:password1@cache.kr/1"}'],
    ['a key', `{"x":"live_sk_q9w8e7r6t5y4u3i2o1p0"}`, '{"x":"live_sk_00000000000000000001"}'],
    [
      'a key in PEM',
      JSON.stringify({ x: `-----BEGIN PRIVATE KEY-----\n${ALPHABET}\n-----END PRIVATE KEY-----` }),
      JSON.stringify({ x: `-----BEGIN PRIVATE KEY-----\n${'0'.repeat(63)}1\n-----END PRIVATE KEY-----` }),
    ],
    ['an account', '{"vbank_num":"110-234-567890"}', '{"vbank_num":"000-000-000001"}'],
    ['a person', '{"buyer_name":"김철수"}', '{"buyer_name":"예시1"}'],
    [
      'one inside escapes',
      '{"x":"{\\"m\\":\\"kim@naver.com\\",\\n\\"n\\":1}"}',
      '{"x":"{\\"m\\":\\"user1@example.com\\",\\n\\"n\\":1}"}',
    ],
    ['a number', '{"card_number":4364201234567895}', '{"card_number":4364000000000010}'],
    ['a name', '{"kim@naver.com":1}', '{"user1@example.com":1}'],
  ])('replaces %s', (_title, text, want) => expect(after('a.json', text)).toBe(want));

  it('leaves every other byte as it is: order, spacing, escapes, line ends, byte order mark', () => {
    const text = '\ufeff{\r\n\t"a" : [1.0,1e2 , "\\u00e9\\/"],"x":  "kim@naver.com"  }\r\n\r\n';
    expect(after('a.json', text)).toBe(text.replace('kim@naver.com', 'user1@example.com'));
    const jsonc = '// why\n{ "x": "kim@naver.com", /* b */ }';
    expect(after('a.jsonc', jsonc)).toBe(jsonc.replace('kim@naver.com', 'user1@example.com'));
    const yaml = "# c\nx: kim@naver.com # d\ny: >-\n  call\n  010-9876-5432\n---\nz: 'kim@naver.com'\n";
    expect(after('a.yaml', yaml)).toBe(
      yaml.replaceAll('kim@naver.com', 'user1@example.com').replace('9876-5432', '0000-0001'),
    );
    const lines = '{"x":"kim@naver.com"}\n\n{"y":"lee@naver.com"}\r\n{"x":"kim@naver.com"}';
    expect(after('a.ndjson', lines)).toBe(
      lines.replaceAll('kim@naver', 'user1@example').replace('lee@naver', 'user2@example'),
    );
  });

  it('gives equal values the same fake in every place and spelling, and none that the files contain already', () => {
    const files = redact({
      'a.json': '{"card_number":"4364201234567895","buyer_tel":"010-9876-5432"}',
      'b.json': '{"x":"4364 2012 3456 7895","y":"+82 10 9876 5432","z":"5412753456789010"}',
      'c.json': '{"x":"010-0000-0001","y":"010-2222-3333"}',
    });
    expect(files.map(({ after: text }) => text)).toEqual([
      '{"card_number":"4364000000000010","buyer_tel":"010-0000-0002"}',
      '{"x":"4364 0000 0000 0010","y":"+82 10 0000 0002","z":"5412000000000027"}',
      '{"x":"010-0000-0001","y":"010-0000-0003"}',
    ]);
    expect(isLuhn('4364000000000010')).toBe(true);
  });

  it('finds nothing left to do the second time', () => {
    const text = JSON.stringify({
      card_number: '4364201234567895',
      buyer_tel: '02-312-4567',
      buyer_name: 'Kim',
      vbank_num: '110234567890',
      imp_key: '7051324563423541',
      unique_key: `${'aZ9/bY8+'.repeat(10)}aZ9/bY==`,
      memo: '880515-1234567 kim@naver.com',
      jwt: 'Bearer eyJhbGciOiJI.eyJzdWIiOiIxMjM0NTY3ODkw.c2lnbmF0dXJl',
    });
    const once = after('a.json', text);
    expect(once).not.toBe(text);
    expect(redact({ 'a.json': once })).toEqual([]);
  });

  it('passes over files that cannot be parsed', () => {
    expect(redact({ 'a.json': '{"x":"kim@naver.com"' })).toEqual([]);
  });
});

describe('writing', () => {
  it('keeps the mode, leaves nothing behind, and shows only made-up values', () => {
    const [rewrite] = redact({ 'a.json': '{\n  "x": "kim@naver.com",\n  "buyer_tel": "010-0000-1111"\n}\n' });
    chmodSync(rewrite!.file, 0o640);
    writeRewrite(rewrite!);
    expect(readFileSync(rewrite!.file, 'utf8')).toBe(
      '{\n  "x": "user1@example.com",\n  "buyer_tel": "010-0000-1111"\n}\n',
    );
    expect(statSync(rewrite!.file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.json']);
    expect(unifiedDiff(rewrite!, { isMadeUp: true })).toBe(
      '--- a.json\n+++ a.json\n@@ -1,4 +1,4 @@\n {\n-  "x": "•••••••••••••",\n+  "x": "user1@example.com",\n   "buyer_tel": "•••••••••••••"\n }\n',
    );
  });

  it('refuses a file that has changed since', () => {
    const [rewrite] = redact({ 'a.json': '{"x":"kim@naver.com"}' });
    writeFileSync(rewrite!.file, '{}');
    expect(() => writeRewrite(rewrite!)).toThrow('a.json changed while it was read; nothing was written to it');
    expect(readFileSync(rewrite!.file, 'utf8')).toBe('{}');
    const files = collect({ 'b.json': '{"x":"kim@naver.com"}' });
    writeFileSync(path.join(folder, 'b.json'), '[]');
    expect(() => planRedaction(files)).toThrow('b.json changed while it was read');
  });
});
