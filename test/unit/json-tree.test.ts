import { parseTree, type Node } from 'jsonc-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readTree, scalarText, type JsonNode } from '../../scripts/source/json-tree.js';

/** Names, offsets and lengths of everything in a text, by another parser. */
function outlineOf({ type, offset, length, children = [] }: Node): unknown {
  if (type === 'object')
    return [
      offset,
      length,
      children.map(({ children: [key, value] = [] }) => [
        String(key?.value as unknown),
        key?.offset,
        key?.length,
        value && outlineOf(value),
      ]),
    ];
  return type === 'array' ? [offset, length, children.map(outlineOf)] : [offset, length];
}

function ownOutline({ kind, offset, length, children }: JsonNode): unknown {
  if (kind === 'object')
    return [
      offset,
      length,
      children.map((child) => [child.key?.name, child.key?.offset, child.key?.length, ownOutline(child)]),
    ];
  return kind === 'array' ? [offset, length, children.map(ownOutline)] : [offset, length];
}

function expectSame(text: string): void {
  const [own, other] = [readTree(text), parseTree(text, [], { allowTrailingComma: true })];
  expect(own && ownOutline(own)).toEqual(other && outlineOf(other));
}

describe('readTree', () => {
  it.each([
    ['a scalar', ' "a" '],
    ['a number at the end', '17'],
    ['nothing', '  '],
    ['empty ones', '{"a":{},"b":[],"":""}'],
    ['a key that is repeated', '{"a":1,"a":[2,{"a":3}]}'],
    ['texts of marks', String.raw`{"{[\"\\":"]},:\\","x":"/* */ //"}`],
    ['escaped names', String.raw`{"\u0061\/b":1}`],
    ['space of all kinds', '\ufeff{\r\n\t"a" :\n[ 1 ,-2.5e+3,\r\ntrue,null ] }\n'],
    ['comments and trailing commas', '// a "b"\n{ /* {"c": */ "a": 1, // ]\n "b": [1, 2,],\n} // end'],
    ['a comment beside a number', '[1/* x */,2// y\n]'],
  ])('finds everything in %s', (_title, text) => expectSame(text));

  it('finds everything in any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 1, 2), (text, indent) =>
        expectSame(JSON.stringify(JSON.parse(text), null, indent)),
      ),
    );
  });

  it('reads 5,000 levels', () => {
    const text = `${'[{"a":'.repeat(2500)}1${'}]'.repeat(2500)}`;
    expect(readTree(text)?.length).toBe(text.length);
  });
});

it('scalarText undoes escapes', () => {
  expect(scalarText('{"a":"\\u0041\\n"}', { offset: 5, length: 10 })).toBe('A\n');
  expect(scalarText('[1.50]', { offset: 1, length: 4 })).toBe('1.50');
});
