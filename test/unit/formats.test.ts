import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { messageOf } from '../../scripts/messages/texts.js';
import { FORMATS } from '../../scripts/json/formats/format-table.js';
import type { Schema } from '../../scripts/json/schema.js';
import { loadRules } from '../../scripts/validate/schema-rules.js';
import { emitSchemas, type Emitted } from '../emitted-folder.js';
import { checkText } from '../rules-of.js';

const folders: Emitted[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder.path, { recursive: true });
});

async function emit(schemas: Readonly<Record<string, Schema>>, openapi?: string): Promise<Emitted> {
  const folder = await emitSchemas(schemas, openapi);
  folders.push(folder);
  return folder;
}

const readable = (folder: Emitted, file: string): string => readFileSync(path.join(folder.path, file), 'utf8');

/** What `check<Name>` and `validate` say of a value. */
async function told(
  folder: Emitted,
  schema: string,
  value: unknown,
): Promise<{ issues: string[]; findings: string[] }> {
  const { issues = [] } = folder.check(schema)(value);
  const findings = checkText(JSON.stringify(value), await loadRules(folder, schema));
  return {
    issues: issues.map(({ pointer, keyword, message }) => `${pointer} ${keyword} ${message}`.trim()),
    findings: findings.map((found) => `${found.severity} ${found.code} ${messageOf(found, 'en')}`),
  };
}

const WRONG: Readonly<Record<string, [value: unknown, wanted: string]>> = {
  date: ['2023-02-29', 'a date such as 2024-02-29'],
  time: ['09:30', 'a time with its offset such as 09:30:00+09:00'],
  'date-time': ['2024-02-29 09:30:00', 'a date and time with its offset such as 2024-02-29T09:30:00+09:00'],
  duration: ['1 day', 'a duration such as P1DT12H'],
  email: ['name', 'an e-mail address such as name@example.com'],
  hostname: ['a_b', 'a host name such as api.example.com'],
  ipv4: ['999.1.1.1', 'an IPv4 address such as 192.0.2.1'],
  ipv6: ['192.0.2.1', 'an IPv6 address such as 2001:db8::1'],
  uri: ['example.com', 'a URI such as https://example.com/path'],
  'uri-reference': ['a b', 'a URI or a relative reference such as /path?a=1'],
  'uri-template': ['{', 'a URI template such as /payments/{imp_uid}'],
  uuid: ['123e4567', 'a UUID such as 123e4567-e89b-12d3-a456-426614174000'],
  byte: ['a', 'base64 such as aGVsbG8='],
  'json-pointer': ['a', 'a JSON pointer such as /items/0'],
  'relative-json-pointer': ['/a', 'a relative JSON pointer such as 1/items'],
  int32: [2 ** 31, 'an integer of 32 bits such as -2147483648'],
  int64: [1.5, 'an integer of 64 bits such as 1234567890123'],
};

describe('a value that is not of its format is one issue of check<Name> and one finding of validate', async () => {
  const properties = Object.fromEntries(
    Object.entries(FORMATS).map(([format, { type }]) => [format, { type, format }]),
  );
  const folder = await emit({ Thing: { type: 'object', properties } });

  it.each(Object.keys(FORMATS))('%s', async (format) => {
    const [value, wanted] = WRONG[format] ?? [];
    expect(await told(folder, 'Thing', { [format]: value })).toEqual({
      issues: [`/${format} format must be ${wanted}`],
      findings: [`error fixture/format ${format} must be ${wanted}`],
    });
  });

  it.each(Object.entries(FORMATS))('%s has an example that is one', async (format, { type, example }) => {
    const value = type === 'number' ? Number(example) : example;
    expect(await told(folder, 'Thing', { [format]: value })).toEqual({ issues: [], findings: [] });
  });

  it('in Korean too', async () => {
    const [found] = checkText('{"ipv4": "999.1.1.1"}', await loadRules(folder, 'Thing'));
    expect(messageOf(found!, 'ko')).toBe('ipv4의 값은 IPv4 주소 형식이어야 합니다(예: 192.0.2.1)');
  });

  it('and never shows the value', () => {
    const { issues } = folder.check('Thing')({ email: 'secret' });
    expect(JSON.stringify(issues)).not.toContain('secret');
  });
});

describe('a format', async () => {
  const folder = await emit({
    Short: { type: 'string', format: 'ipv4', minLength: 7, pattern: '^1' },
    Nullable: { type: ['string', 'null'], format: 'uuid' },
    Untyped: { format: 'ipv4' },
    Digits: { type: 'string', format: 'int64' },
    Either: {
      anyOf: [
        { type: 'string', format: 'ipv4' },
        { type: 'string', format: 'ipv6' },
      ],
    },
    Neither: { type: 'string', not: { format: 'ipv4' } },
    Seen: { type: 'object', properties: { at: { type: 'string', format: 'date' } }, unevaluatedProperties: false },
    Email: { type: 'string', format: 'email' },
    Formats: { type: 'string', format: 'date' },
    FitsDate: { type: 'string', format: 'date' },
  });

  it.each<[title: string, schema: string, valid: readonly unknown[], invalid: readonly unknown[]]>([
    ['lets null pass where null may be', 'Nullable', [null], ['', 'null']],
    ['says nothing of values of other types', 'Untyped', [1, null, {}, '1.2.3.4'], ['']],
    ['of numbers says nothing of texts', 'Digits', ['1', 'x', '99999999999999999999'], [1]],
    ['tells alternatives apart', 'Either', ['::', '1.2.3.4'], ['1.2.3']],
    ['can be ruled out', 'Neither', ['a'], ['1.2.3.4']],
    ['is checked beside unevaluatedProperties', 'Seen', [{ at: '2024-01-01' }], [{ at: '' }, { to: 1 }]],
    ['may be the name of a schema', 'Email', ['a@b.c'], ['a']],
    ['does not mind a schema of the name of their folder', 'Formats', ['2024-01-01'], ['']],
    ['does not mind a schema of the name of its function', 'FitsDate', ['2024-01-01'], ['']],
  ])('%s', async (_title, schema, valid, invalid) => {
    for (const value of valid) expect(await told(folder, schema, value)).toEqual({ issues: [], findings: [] });
    for (const value of invalid) {
      const { issues, findings } = await told(folder, schema, value);
      expect(issues.length).toBeGreaterThan(0);
      expect(findings.length).toBe(1);
    }
  });

  it('is no second finding where the length or the form is wrong already', async () => {
    expect((await told(folder, 'Short', '1')).findings).toEqual([
      'error fixture/min-length the document must have at least 7 characters, not 1',
    ]);
    expect((await told(folder, 'Short', '2.2.2.2')).findings).toEqual([
      'error fixture/pattern the document must match ^1',
    ]);
  });

  it('leaves the type as it is', () => {
    expect(readable(folder, 'models.ts')).toMatch(/^export type Email = string;$/m);
  });
});

it('formats of other meanings, and what is none, stay notes', async () => {
  const names = [
    'unixtime',
    'compact-date',
    'local-date-time',
    'password',
    'float',
    'DATE',
    '__proto__',
    'toString',
    '',
  ];
  const schemas = names.map((format, index): [string, Schema] => [`S${index}`, { type: ['string', 'number'], format }]);
  const folder = await emit(Object.fromEntries(schemas));
  for (const [name] of schemas) expect(await told(folder, name, 'x')).toEqual({ issues: [], findings: [] });
  expect(existsSync(path.join(folder.path, 'validators/formats'))).toBe(false);
});

it('each validator imports the checks it calls, and the folder holds those and what they call', async () => {
  const folder = await emit({
    Plain: { type: 'string' },
    Dated: { type: 'string', format: 'date' },
    Both: { type: 'object', properties: { a: { format: 'uuid' }, b: { format: 'ipv6' }, c: { format: 'uuid' } } },
  });
  const imports = (name: string): string[] =>
    readable(folder, `validators/${name}.ts`).match(/^.*formats\/.*$/gm) ?? [];
  expect(['Plain', 'Dated', 'Both'].map(imports)).toEqual([
    [],
    ["import { fitsDate } from './formats/date.js';"],
    ["import { fitsIpv6 } from './formats/ipv6.js';", "import { fitsUuid } from './formats/uuid.js';"],
  ]);
  const files = readdirSync(path.join(folder.path, 'validators/formats')).filter((file) => file.endsWith('.ts'));
  expect(files.sort()).toEqual(['characters.ts', 'date.ts', 'ipv4.ts', 'ipv6.ts', 'uuid.ts']);
});

it('documents of OpenAPI 3.0 mean the same', async () => {
  const folder = await emit({ Host: { type: 'string', format: 'ipv4', nullable: true } }, '3.0.3');
  expect(['1.2.3.4', null, '1.2.3'].map(folder.is('Host'))).toEqual([true, true, false]);
});

it('no code of a folder runs when it is validated with', async () => {
  const folder = await emit({ Host: { type: 'string', format: 'date' } });
  for (const file of ['Host.js', 'index.js', 'runtime.js', 'formats/date.js'])
    writeFileSync(path.join(folder.path, 'validators', file), 'globalThis.canary = true;');
  const { findings } = await told({ ...folder, check: () => () => ({ ok: true }) }, 'Host', 'x');
  expect(findings).toEqual(['error fixture/format the document must be a date such as 2024-02-29']);
  expect(globalThis).not.toHaveProperty('canary');
});
