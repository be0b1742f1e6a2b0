import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import type { Code } from '../../scripts/messages/catalogue.js';
import type { Values } from '../../scripts/messages/entry.js';
import { finding, messageOf } from '../../scripts/messages/finding.js';
import { sayInKorean } from '../../scripts/messages/phrase.js';
import { SYNTAX_PHRASES } from '../../scripts/messages/syntax-phrases.js';
import { flagFault } from '../../scripts/commands/explain-arg-error.js';
import { jsoncParser } from '../../scripts/files/lazy-package.js';
import { reasonOf } from '../../scripts/files/reason-of.js';
import { guessLanguage } from '../../scripts/messages/language.js';
import { usageMessage } from '../../scripts/commands/usage-message.js';
import { inWords } from '../../scripts/source/refusal.js';

const files = readdirSync('scripts', { recursive: true, withFileTypes: true })
  .filter(({ name, parentPath }) => /(?<!\.d)\.ts$/.test(name) && !/(^|\/)(dist|node_modules)(\/|$)/.test(parentPath))
  .map(({ name, parentPath }) => path.join(parentPath, name));

/** What an expression can say, with a letter for each part that is not known; nothing where none of it is. */
function sentencesOf(node: ts.Expression | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...sentencesOf(node.whenTrue), ...sentencesOf(node.whenFalse)];
  if (!ts.isTemplateExpression(node)) return [];
  return [node.templateSpans.reduce((text, { literal }) => `${text}X${literal.text}`, node.head.text)];
}

function messagesIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'UsageError')
      found.push(...sentencesOf(node.arguments?.[0]));
    ts.forEachChild(node, visit);
  };
  const text = readFileSync(file, 'utf8');
  if (text.includes('new UsageError(')) visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

const hasHangul = (text: string): boolean => /\p{Script=Hangul}/u.test(text);

describe('what a call is refused with', () => {
  it('is said in Korean wherever it is thrown', async () => {
    const messages = files.flatMap(messagesIn).filter((message) => /[a-z]{3,} /.test(message));
    expect(messages.length).toBeGreaterThan(60);
    const said = await Promise.all(messages.map((message) => usageMessage(message, 'ko')));
    expect(messages.filter((_message, index) => !hasHangul(said[index] ?? ''))).toEqual([]);
  });

  it.each([
    ['there is no schema Paymnt; did you mean Payment?', 'Paymnt 스키마는 없습니다. 혹시 Payment인가요?'],
    ['there is no format xml; there is pretty, json', 'xml 형식은 없습니다. 있는 것: pretty, json'],
    ['getPayment has no body for status 500; it has 200, 404', 'getPayment에는 500 본문이 없습니다. 있는 것: 200, 404'],
    ['cannot read a.json (no such file)', 'a.json을 읽을 수 없습니다(없는 파일)'],
    ['--write needs --redact', '--write는 --redact와 함께 써야 합니다'],
    [
      'c.json:1:2: there is no key "fixture"; did you mean "fixtures"?\niamport-kit: c.json:2:1: "rules" must be an object',
      'c.json:1:2: "fixture" 키는 없습니다. 혹시 "fixtures"인가요?\niamport-kit: c.json:2:1: "rules"의 타입이 다릅니다. 맞는 타입: an object',
    ],
    [
      'cannot check a.yaml:1:2: Maximum call stack size exceeded',
      'a.yaml:1:2를 검사할 수 없습니다: Maximum call stack size exceeded',
    ],
    [
      'a.yaml:1:9 is version 2.0; iamport-kit reads OpenAPI 3.0 and 3.1. Convert it first, for example with swagger2openapi.',
      'a.yaml:1:9: 버전이 2.0입니다. iamport-kit은 OpenAPI 3.0과 3.1을 읽습니다. 먼저 swagger2openapi 같은 도구로 바꾸세요.',
    ],
    ['words that nobody has translated', 'words that nobody has translated'],
  ])('%s', async (english, korean) => {
    expect(await usageMessage(english, 'ko')).toBe(korean);
    expect(await usageMessage(english, 'en')).toBe(english);
  });
});

describe('a flag that is not known', () => {
  const validate = { name: 'validate', flags: { format: { type: 'string', value: 'F', description: '' } } } as const;
  it.each([
    [
      "Unknown option '--fromat'. To specify a positional argument",
      "Unknown option '--fromat'; did you mean --format? ",
    ],
    ["Unknown option '--xyz'. To specify", "Unknown option '--xyz'. "],
    [
      "Option '-f, --format <value>' argument is ambiguous.\nDid you forget",
      "Option '-f, --format <value>' argument is ambiguous; write --format=VALUE. ",
    ],
    ["Option '--format <value>' argument missing", "Option '--format <value>' argument missing. "],
  ])('%s', async (said, told) => {
    const message = flagFault(new Error(said), validate);
    expect(message).toBe(`${told}See "iamport-kit validate --help".`);
    expect(hasHangul(await usageMessage(message, 'ko'))).toBe(true);
  });
});

it.each<[args: readonly string[], env: Record<string, string>, language: string]>([
  [['--lang', 'ko'], {}, 'ko'],
  [['--lang=ko', '--lang', 'en'], { LANG: 'ko_KR.UTF-8' }, 'en'],
  [['--lang', 'fr'], { LANG: 'ko_KR.UTF-8' }, 'ko'],
  [['--lang'], {}, 'en'],
  [[], { LC_ALL: 'C', LANG: 'ko' }, 'en'],
])('%j with %j speaks %s', (args, env, language) => {
  expect(guessLanguage(args, env)).toBe(language);
});

it.each([
  [{ code: 'ENOENT' }, 'no such file'],
  [{ code: 'ELOOP' }, 'its links lead in a circle'],
  [new Error("EIO: i/o error, read '/home/kim/a.json'\nmore"), 'i/o error'],
  [new Error('Unexpected token'), 'Unexpected token'],
  ['what', 'unknown reason'],
])('the reason of %o is %s', (cause, reason) => {
  expect(reasonOf(cause)).toBe(reason);
});

it('what cannot be parsed or read is said in Korean to the end', () => {
  const at = { file: 'a.json', pointer: '', line: 1, column: 1 };
  const said = (code: Code, values: Values): string => messageOf(finding(code, at, values), 'ko');
  expect(said('fixture/syntax', { problem: 'json', detail: 'comma expected' })).toBe('JSON이 아닙니다: 쉼표가 와야 함');
  expect(said('fixture/syntax', { problem: 'yaml', detail: 'bad indent' })).toBe('YAML이 아닙니다: 잘못된 들여쓰기');
  expect(said('fixture/unreadable', { reason: 'permission denied' })).toBe('읽을 수 없습니다 (권한 없음)');
  const problem = 'there is no schema Paymnt; did you mean Payment?';
  expect(said('fixture/unknown-schema', { problem })).toBe('Paymnt 스키마는 없습니다. 혹시 Payment인가요?');
});

it('every word of the parser of JSON has a Korean one', () => {
  // They are numbered from 1 on; the compiler alone knows the enum.
  const say = jsoncParser().printParseErrorCode as (code: number) => string;
  const names = Array.from({ length: 16 }, (_, index) => say(index + 1));
  const missing = names
    .map((name) => inWords(name))
    .filter((words) => sayInKorean(words, SYNTAX_PHRASES) === undefined);
  expect(missing).toEqual([]);
});
