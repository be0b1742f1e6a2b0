import { constants } from 'node:os';

import { describe, expect, it } from 'vitest';

import { parseArguments } from '../../scripts/commands/parse-arguments.js';
import { reasonOf } from '../../scripts/files/reason-of.js';
import { guessLanguage } from '../../scripts/messages/language.js';
import { reasonTexts } from '../../scripts/messages/reason.js';
import { UsageError } from '../../scripts/messages/usage-error.js';
import { USAGE, usageTexts } from '../../scripts/messages/usage/usage.js';
import { englishWordsIn } from '../english-words.js';
import { DOCUMENT_CASES } from './usage-document-cases.js';
import { FILE_CASES } from './usage-file-cases.js';
import { FLAG_CASES } from './usage-flag-cases.js';
import { SANDBOX_CASES } from './usage-sandbox-cases.js';

const CASES = [...FLAG_CASES, ...FILE_CASES, ...DOCUMENT_CASES, ...SANDBOX_CASES];

// Names that the cases bring in, and quotations of other programs.
const NAMES = [
  ...[
    'Unexpected end',
    'too many open files',
    'swagger2openapi',
    'pretty, json',
    'json, sarif',
    'payments, users',
    'syntax, 1:2',
  ],
  ...['operations, requests', 'payments,webhooks', 'x-resource-method', 'get 메서드', 'x 태그', '(c.json', 'GET /a'],
  ...[
    'a, b, c, d, e, f, g, h, i, j',
    'fixtures에',
    'gen에',
    'c.txt',
    '--include',
    'trigger, log',
    'sandbox restore',
    'restore ID',
    'sandbox reset',
    'sandbox trigger',
    'sandbox',
    'en, ko',
    'EADDRNOTAVAIL',
    'js, ts, none',
    '"mjs"',
    'amount',
    'a.json',
  ],
];

describe('a usage error', () => {
  it.each(CASES)('%j', ([code, values], en, ko) => {
    expect(usageTexts(code, values)).toEqual({ en, ko });
    expect(englishWordsIn(ko, NAMES)).toEqual([]);
  });

  it('has a case for every code', () => {
    const tested = new Set<string>(CASES.map(([[code]]) => code));
    expect(Object.keys(USAGE).filter((code) => !tested.has(code))).toEqual([]);
  });

  it('keeps its code, its cause and its texts', () => {
    const cause = new Error('x');
    const error = new UsageError('file-changed', { file: 'a.json' }, { cause });
    expect(error).toMatchObject({ name: 'UsageError', code: 'file-changed', cause, message: error.texts.en });
  });
});

describe('arguments', () => {
  const flags = {
    format: { value: 'F', description: { en: '', ko: '' } },
    fix: { description: { en: '', ko: '' } },
  } as const;
  const parse = (args: string[]): unknown => parseArguments({ name: 'validate', flags }, args);

  it.each<[args: string[], want: object]>([
    [['a', '--format', 'json', '--fix'], { positionals: ['a'], values: { format: ['json'], fix: [true] } }],
    [['--format=-x', '--format', 'b', '-'], { positionals: ['-'], values: { format: ['-x', 'b'] } }],
    [['--format', '-'], { positionals: [], values: { format: ['-'] } }],
    [['--format='], { positionals: [], values: { format: [''] } }],
    [['--', '--fix', '-x'], { positionals: ['--fix', '-x'], values: {} }],
  ])('%j are read', (args, want) => {
    expect(parse(args)).toEqual(want);
  });

  it.each<[args: string[], message: RegExp]>([
    [['--fromat', 'json'], /^unknown option --fromat; did you mean --format\?/],
    [['--constructor'], /^unknown option --constructor\. /],
    [['--__proto__=x'], /^unknown option --__proto__\. /],
    [['-f'], /^unknown option -f/],
    [['--fix=yes'], /^option --fix does not take a value/],
    [['--format'], /^option --format needs a value/],
    [['--format', '--fix'], /^the value of --format begins with a dash; write --format=VALUE/],
    [['--no-fix'], /^unknown option --no-fix/],
  ])('%j are refused', (args, message) => {
    expect(() => parse(args)).toThrow(message);
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
  [{ code: 'ENOENT' }, 'no such file', '파일이 없음'],
  [{ code: 'ELOOP' }, 'its links form a loop', '링크가 순환함'],
  [
    Object.assign(new Error("EIO: i/o error, read '/home/kim/a.json'"), { errno: -constants.errno.EIO }),
    'i/o error',
    '"i/o error"',
  ],
  [new Error('Unexpected token\nmore'), 'Unexpected token', '"Unexpected token"'],
  ['what', 'unknown reason', '알 수 없는 이유'],
])('the reason of %o is %s', (cause, en, ko) => {
  expect(reasonTexts(reasonOf(cause))).toEqual({ en, ko });
});
