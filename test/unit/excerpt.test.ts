import { describe, expect, it } from 'vitest';

import type { Location } from '../../scripts/messages/diagnostic.js';
import { excerptsOf, type ExcerptSource } from '../../scripts/report/excerpt.js';
import type { MaskedSpan } from '../../scripts/secrets/mask.js';

const excerptOf = (source: ExcerptSource, place: Location, spans: readonly MaskedSpan[]) =>
  excerptsOf(source, () => spans)(place);

const at = (line: number, column: number) => ({ file: 'f', pointer: '', line, column });

describe('excerptOf', () => {
  it('shows the line and its neighbours, without the empty last line', () => {
    const text = 'a\nb\nc\nd\n';
    expect(excerptOf({ text, firstLine: 1 }, at(2, 1), [])).toEqual({ firstLine: 1, lines: ['a', 'b', 'c'] });
    expect(excerptOf({ text, firstLine: 1 }, at(4, 1), [])).toEqual({ firstLine: 3, lines: ['c', 'd'] });
  });

  it('counts lines from the first line of the document, and removes carriage returns', () => {
    const found = excerptOf({ text: 'a\r\nb\r\n', firstLine: 10 }, at(11, 1), []);
    expect(found).toEqual({ firstLine: 10, lines: ['a', 'b'] });
  });

  it.each([at(0, 1), at(5, 1)])('shows nothing outside the text', (place) => {
    expect(excerptOf({ text: 'a\nb', firstLine: 1 }, place, [])).toBeUndefined();
  });

  it('masks the given spans and values that look secret, with the same width', () => {
    const text = '{ "a": "hidden", "b": "4111 1111 1111 1111" }';
    const [line = ''] = excerptOf({ text, firstLine: 1 }, at(1, 1), [{ offset: 8, length: 6, kind: 'token' }])!.lines;
    expect(line).toHaveLength(text.length);
    expect(line).not.toMatch(/hidden|1111 1111 1111/);
    expect(line).toMatch(/^\{ "a": "•{6}", "b": "/);
  });

  it('cuts long lines, and masks a secret whose beginning is cut off', () => {
    const text = `${'x'.repeat(5000)} 4111111111111111 ${'y'.repeat(50_000)}`;
    const found = excerptOf({ text, firstLine: 1 }, at(1, 5050), [])!;
    expect(found.firstColumn).toBe(5010);
    expect(found.lines[0]).toHaveLength(120);
    expect(found.lines[0]).toMatch(/^…•+(?:1111)? y+…$/);
  });

  it('handles a line of 50 MB', () => {
    const text = `[${'1,'.repeat(25_000_000)}1]`;
    const started = performance.now();
    for (let column = 1; column <= 20; column += 1) excerptOf({ text, firstLine: 1 }, at(1, column * 1000), []);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
