import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { sayInKorean, type Phrase } from '../../scripts/messages/phrase.js';
import { REDOCLY_ENTRIES } from '../../scripts/messages/redocly.js';
import type { Diagnostic } from '../../scripts/messages/diagnostic.js';
import { loadSpec } from '../../scripts/files/load-spec.js';
import { lintSpec } from '../../scripts/lint/lint-spec.js';

// What most of Redocly's rules object to, in one document.
const FAULTY = `
openapi: 3.0.3
info: { title: A, version: '1', licence: MIT }
servers: [{ url: 'https://example.com/' }, { url: 'https://{host}.x.y', variables: { port: { default: '1', enum: [] } } }]
tags: [{ name: a }, { name: a, description: x }]
paths:
  /a/{id}:
    get:
      operationId: x y
      parameters:
        - { name: q, in: query, schema: { type: string } }
        - { name: q, in: query, schema: { type: string }, example: 4 }
        - { name: other, in: path, required: true, schema: { type: string } }
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/None' } } } } }
      security: [{ nope: [] }, { oauth: [zzz] }]
    post:
      operationId: x y
      sumary: wrong
      responses: { '302': { descripton: no } }
    put: 4
  /a/{name}:
    get: { summary: 7, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: './nowhere.yaml#/A' } } } } } }
  /b/{}:
    get: { summary: '', responses: { '200': { description: ok }, '404': { description: '<script>x</script>' } } }
  /c?x=1/:
    parameters:
      - { name: q, in: query, schema: { type: string } }
      - { name: q, in: query, schema: { type: string } }
      - { name: r, in: qery, schema: { type: strng, nullable: 3 } }
    get: { summary: x, responses: { '200': { description: ok } }, tags: a }
components:
  securitySchemes: { oauth: { type: oauth2, flows: { implicit: { authorizationUrl: https://x.y, scopes: { a: b } } } }, unused: { type: http, scheme: basic } }
  schemas:
    Unused: { type: object, required: [zz], properties: { a: { type: string, enum: [a, a, 4] } }, items: {}, example: { a: 5, b: 6 } }
    'bad name': { oneOf: [{ type: string }] }
    Two: { oneOf: [{ type: string }, { type: string }, { type: object }, {}], nullable: true }
    Three: { type: array, properties: {} }
`;

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function lintFaulty(): Promise<Diagnostic[]> {
  const file = path.join(folder, 'openapi.yaml');
  writeFileSync(file, FAULTY.trim());
  const found = await lintSpec(await loadSpec(file, file, { cwd: folder }), { rules: 'any' });
  return found.filter(({ code }) => Object.hasOwn(REDOCLY_ENTRIES, code));
}

it("says in Korean what Redocly's rules say, in the words that the installed version has", async () => {
  const found = await lintFaulty();
  expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(30);
  const english = found.filter(({ texts }) => {
    const korean = texts?.ko ?? '';
    return (
      !/\p{Script=Hangul}/u.test(korean) || korean.includes(texts?.en ?? '') || /[a-z]+ [a-z]+ [a-z]+/.test(korean)
    );
  });
  expect(english.map(({ code, texts }) => `${code}: ${texts?.ko ?? ''}`)).toEqual([]);
});

it('tells what an unexpected property was probably meant to be, and no path of this machine', async () => {
  const said = (await lintFaulty()).map(({ texts }) => texts);
  expect(said).toContainEqual({
    en: 'Property `sumary` is not expected here. Did you mean `summary`?',
    ko: '`sumary` 속성은 여기에 쓸 수 없습니다. 혹시 `summary`인가요?',
  });
  expect(said).toContainEqual({
    en: "Can't resolve $ref: ENOENT: no such file or directory 'nowhere.yaml'",
    ko: '$ref를 따라갈 수 없습니다: `nowhere.yaml` 파일이 없습니다.',
  });
});

it.each<[sentence: string, phrase: Phrase, korean: string | undefined]>([
  ['a `token` b', ['a `{x}` b', '`{x}`{이/가} 있음'], '`token`이 있음'],
  ['a `x` b', ['a `{x}` b', '`{x}`{이/가} 있음'], '`x`가 있음'],
  ['one and two.', ['{a} and {b}.', '{b}, {a}'], 'two, one'],
  ['the same', ['the same', '같음'], '같음'],
  ['{b} and {이/가}.', ['{a} and {b}.', '{a}, {b}{을/를}'], '{b}, {이/가}를'],
  ['a  b', ['a {x} b', '{x}'], ''],
  ['another', ['the same', '같음'], undefined],
  ['a x b.', ['a {x} b', '{x}'], undefined],
  ['a b', ['a {x} b', '{x}'], undefined],
])('%j by %j', (sentence, phrase, korean) => {
  expect(sayInKorean(sentence, [phrase])).toBe(korean);
});

it('takes no longer for a sentence that was made to be slow', () => {
  const started = performance.now();
  expect(sayInKorean('`a` and '.repeat(100_000), [['`{a}` and `{b}` and `{c}`.', '{a}']])).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(1_000);
});
