import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { printParseErrorCode } from 'jsonc-parser';
import { afterAll, expect, it } from 'vitest';

import { syntaxError } from '../../scripts/messages/syntax.js';
import { everyEntry } from '../../scripts/messages/every-entry.js';
import { REDOCLY_ENTRIES } from '../../scripts/messages/redocly.js';
import { textsOf } from '../../scripts/messages/texts.js';
import type { Diagnostic } from '../../scripts/messages/diagnostic.js';
import { loadSpec } from '../../scripts/files/load-spec.js';
import { lintSpec } from '../../scripts/lint/lint-spec.js';
import { englishWordsIn } from '../english-words.js';

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
  const found = await lintSpec(await loadSpec(file, file, { cwd: folder }), { rules: 'recommended' });
  return found.filter(({ code }) => Object.hasOwn(REDOCLY_ENTRIES, code));
}

it("gives Redocly's findings a Korean title, and quotes Redocly's message", async () => {
  const found = await lintFaulty();
  expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(30);
  const wrong = found.filter((each) => {
    const title = REDOCLY_ENTRIES[each.code]?.title.ko ?? '';
    const { ko } = textsOf(each, everyEntry());
    return !ko.startsWith(`${title}: "`) || englishWordsIn(ko).length > 0;
  });
  expect(wrong.map((each) => `${each.code}: ${textsOf(each, everyEntry()).ko}`)).toEqual([]);
});

it('suggests the name of a misspelt property, and shows no absolute path', async () => {
  const said = (await lintFaulty()).map((each) => textsOf(each, everyEntry()));
  expect(said).toContainEqual({
    en: 'Property `sumary` is not expected here. Did you mean `summary`?',
    ko: 'OpenAPI 형식에 맞지 않습니다: "Property `sumary` is not expected here." 혹시 `summary`인가요?',
  });
  expect(said).toContainEqual({
    en: "Can't resolve $ref: ENOENT: no such file or directory 'nowhere.yaml'",
    ko: "참조하는 대상이 없습니다: \"Can't resolve $ref: ENOENT: no such file or directory 'nowhere.yaml'\"",
  });
  expect(said.filter((texts) => texts.en.includes(folder))).toEqual([]);
});

it('quotes a text with quotes and line breaks on one line', () => {
  expect(REDOCLY_ENTRIES['no-unused-components']?.message.ko({ problem: 'Component: "A"\nis never used.' })).toBe(
    '쓰이지 않는 컴포넌트입니다: "Component: \'A\' is never used."',
  );
});

it.each(['InvalidCommentToken', 'BAD_INDENT'])('a text for the parser error %s in both languages', (code) => {
  expect(syntaxError(code, 'en')).toMatch(/^[a-z ]+$/);
  expect(englishWordsIn(syntaxError(code, 'ko'))).toEqual([]);
});

it('has a text for each error of the installed JSON parser', () => {
  // The numbers of an ambient enum, which a module cannot import.
  const codes = Array.from({ length: 16 }, (_, index) => printParseErrorCode((index + 1) as never));
  expect(codes.filter((code) => syntaxError(code, 'en') === code)).toEqual([]);
});
