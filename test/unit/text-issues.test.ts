import { describe, expect, it } from 'vitest';

import { textIssues } from '../../scripts/source/text-issues.js';

// How many keys were counted on the way only spares work: whatever it says, the same is found.

const TEXTS: [title: string, text: string, found: string[]][] = [
  ['nothing', '{"a": 1, "b": {"c": "x"}}', []],
  ['a key that stands twice', '{"a": 1, "b": 2, "a": 3}', ['duplicate-key /a']],
  ['the same with space before the colon', '{"a": 1, "a" : 3}', ['duplicate-key /a']],
  ['the same with a line before the colon', '{"a": 1, "a"\n: 3}', ['duplicate-key /a']],
  ['a text that looks like a key', String.raw`{"a": "\"b\": 1"}`, []],
  ['the last integer that is exact', '{"a": 9007199254740991}', []],
  ['the first integer that is not', '{"a": -9007199254740993}', ['unsafe-integer /a']],
  ['digits of a text', '{"a": "9007199254740993"}', []],
  ['digits behind a point', '{"a": 0.12345678901234567}', []],
  ['an exponent', '{"a": 1e22, "b": 1.5E+30}', []],
  ['an exponent beyond all numbers', '{"a": 1e309}', ['unsafe-integer /a']],
  ['the same with a sign and few digits before', '{"a": 123456789012345E+0295}', ['unsafe-integer /a']],
];

describe('what a text hides from its value', () => {
  it.each(TEXTS)('%s', (_title, text, expected) => {
    const value: unknown = JSON.parse(text);
    for (const knownKeys of [0, 1, 2, 3]) {
      // More than there are nobody can have counted.
      if (knownKeys > keysOf(value)) continue;
      const faults = textIssues({ syntax: 'json', text, value, spanOf: () => undefined }, knownKeys);
      const found = faults.map(({ code, pointer }) => `${code.split('/')[1] ?? ''} ${pointer}`);
      expect(found).toEqual(expected);
    }
  });
});

function keysOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, part) => sum + keysOf(part), Object.keys(value).length);
}
