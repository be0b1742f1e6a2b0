import { describe, expect, it } from 'vitest';

import { displayWidth } from '../../scripts/report/display-width.js';
import { cutColumns, wrapText } from '../../scripts/report/fit-columns.js';
import { formatFrame } from '../../scripts/report/formats/frame.js';
import { formatPretty } from '../../scripts/report/formats/pretty.js';

const paint = (_style: unknown, text: string): string => text;

describe('wrapText', () => {
  it.each<[title: string, text: string, width: number, want: string[]]>([
    ['a short text', 'a b', 10, ['a b']],
    ['at spaces', 'one two three', 7, ['one two', 'three']],
    ['a word that is too long', 'a abcdefghij b', 4, ['a', 'abcdefghij', 'b']],
    ['wide characters by their cells', '결제 금액이 다릅니다', 11, ['결제 금액이', '다릅니다']],
    ['nothing', '', 5, ['']],
  ])('%s', (_title, text, width, want) => expect(wrapText(text, width)).toEqual(want));
});

describe('cutColumns', () => {
  it.each<[title: string, text: string, from: number, width: number, want: string]>([
    ['what fits', 'abc', 0, 3, 'abc'],
    ['the end', 'abcdef', 0, 4, 'abc…'],
    ['the beginning', 'abcdef', 3, 4, '…ef'],
    ['both', 'abcdefghij', 3, 4, '…ef…'],
    ['a wide character at the end', '가나다', 0, 4, '가 …'],
    ['a wide character at the beginning', '가나다', 1, 9, '…나다'],
    ['all of it', 'abc', 9, 4, ''],
  ])('%s', (_title, text, from, width, want) => expect(cutColumns(text, from, width)).toBe(want));
});

const line = `${' '.repeat(50)}"amount": "1004", "name": "당근 10kg", "status": "paid"`;
const at = { file: 'fixtures/getPayment/200.a.json', pointer: '/amount', line: 2, column: 61, length: 6 };

describe.each([24, 40, 59, 80])('a terminal of %i columns', (columns) => {
  const excerpt = { firstLine: 1, lines: ['{', line, '}'] };

  it('shows the finding on lines that fit, with carets under it', () => {
    const rows = formatFrame(excerpt, at, { paint, severity: 'error', columns }).trimEnd().split('\n');
    expect(Math.max(...rows.map(displayWidth))).toBeLessThanOrEqual(columns);
    const [text = '', carets = ''] = rows.slice(1);
    expect(text.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe(
      '"1004"'.slice(0, carets.match(/\^/g)?.length),
    );
  });

  it('breaks messages between words, and puts the code under a long place', () => {
    const message = 'amount must be a number, not a string, in every answer that this API gives';
    const finding = {
      code: 'fixture/type',
      severity: 'error',
      message,
      hint: message,
      at,
      excerpt,
      fingerprint: '',
    } as const;
    const text = formatPretty({ findings: [finding], summary: '', paint, language: 'en', columns });
    const rows = text.split('\n').filter((row) => !row.includes(at.file));
    expect(Math.max(...rows.map(displayWidth))).toBeLessThanOrEqual(columns);
    expect(text.replace(/\s+/g, ' ')).toContain(message);
    expect(text.split('\n')[0]).toBe(columns < 59 ? `${at.file}:2:61` : `${at.file}:2:61  error  fixture/type`);
  });
});

it('lines on a pipe are not wrapped', () => {
  const excerpt = { firstLine: 2, lines: [line] };
  expect(formatFrame(excerpt, at, { paint, severity: 'error' })).toBe(`  2 | ${line}\n    | ${' '.repeat(60)}^^^^^^\n`);
});
