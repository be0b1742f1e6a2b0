import { describe, expect, it } from 'vitest';

import { hintOf, messageOf } from '../../scripts/messages/texts.js';
import { sortDiagnostics } from '../../scripts/messages/diagnostic.js';
import type { Schema } from '../../scripts/json/schema.js';
import { checkText, rulesOf } from '../rules-of.js';
import { CASES, object, payment, string } from './explain-cases.js';

/** Each finding in a line: where, how bad, which, and what it says. */
function explain(schema: Schema, text: string): string[] {
  return sortDiagnostics(checkText(text, rulesOf(schema))).map(
    (found) =>
      `${found.at.line}:${found.at.column} ${found.at.pointer} ${found.severity} ${found.code} ${messageOf(found, 'en')}`,
  );
}

const LISTS: typeof CASES = [
  [
    'members of a list in quotes where one of them has a comma',
    object({ state: { enum: ['ready, set', 'reads'] } }),
    '{"state": "readz"}',
    ['1:11 /state error fixture/enum state must be one of "ready, set", "reads"; did you mean "reads"?'],
  ],
  [
    'members of several types each in its own notation',
    object({ state: { enum: ['1', 1, null, ''] } }),
    '{"state": 2}',
    ['1:11 /state error fixture/enum state must be one of "1", 1, null, ""'],
  ],
];

const FOUR_FAULTS = `{
  "code": 0,
  "response": {
    "imp_uid": 1,
    "amount": "1004",
    "status": "payed",
    "stats": "paid",
    "card_number": "4111111111111111"
  }
}`;

describe('four faults inside a nullable object are four findings', () => {
  it.each<[title: string, schema: Schema, unknown: string]>([
    ['closed', payment, 'error fixture/additional-properties stats is not a property of response'],
    ['open', { ...payment, additionalProperties: true }, ''],
    [
      'silent about other properties',
      object(payment.properties ?? {}, { required: payment.required ?? [] }),
      'warning fixture/unknown-property stats is not a known property of response',
    ],
  ])('%s', (_title, inner, unknown) => {
    const schema = object({ code: { const: 0 }, response: { oneOf: [inner, { type: 'null' }] } });
    expect(explain(schema, FOUR_FAULTS)).toEqual([
      '4:16 /response/imp_uid error fixture/type imp_uid must be a string, not a number',
      '5:15 /response/amount error fixture/type amount must be a number, not a string',
      '6:15 /response/status error fixture/enum status must be one of ready, paid, cancelled, failed; did you mean "paid"?',
      ...(unknown === '' ? [] : [`7:5 /response/stats ${unknown}; did you mean "status"?`]),
    ]);
  });

  it('and a missing property is one more, at the object that lacks it', () => {
    const text = FOUR_FAULTS.replace('    "imp_uid": 1,\n', '');
    expect(explain(object({ response: { oneOf: [payment, { type: 'null' }] }, code: {} }), text)[0]).toBe(
      '3:15 /response error fixture/required response must have imp_uid',
    );
  });
});

describe('finds', () => {
  it.each([...CASES, ...LISTS])('%s', (_title, schema, text, findings) => {
    expect(explain(schema, text)).toEqual(findings);
  });
});

const NOTED: readonly [title: string, schema: Schema, text: string, findings: readonly string[]][] = [
  [
    'an unknown member of an open list',
    object({ pay_method: { type: ['string', 'null'], 'x-extensible-enum': ['card', 'vbank'] } }),
    '{"pay_method": "crad"}',
    ['1:16 /pay_method warning fixture/unknown-member pay_method is not one of the known values; did you mean "card"?'],
  ],
  [
    'null and "" beside an open list',
    object({ a: {}, b: {} }, { additionalProperties: { type: ['string', 'null'], 'x-extensible-enum': ['b'] } }),
    '{"a": null, "b": "", "c": "", "d": null, "e": "b"}',
    [],
  ],
  [
    'milliseconds',
    object({ paid_at: { type: 'integer', format: 'unixtime' } }),
    '{"paid_at": 1648344363000}',
    ['1:13 /paid_at error fixture/milliseconds paid_at is in milliseconds; expected Unix time in seconds, 1648344363'],
  ],
  [
    'milliseconds in lists of lists, in tuples and in objects of a list',
    object({
      lists: { type: 'array', items: { type: 'array', items: { type: 'integer', format: 'unixtime' } } },
      tuple: { type: 'array', prefixItems: [{ type: 'integer', format: 'unixtime' }], items: string },
      objects: { type: 'array', items: object({ at: { type: 'integer', format: 'unixtime' } }) },
    }),
    '{"lists": [[1, 1648344363000]], "tuple": [1648344363000, ""], "objects": [{"at": 1648344363000, "att": 1}]}',
    [
      '1:16 /lists/0/1 error fixture/milliseconds lists[0][1] is in milliseconds; expected Unix time in seconds, 1648344363',
      '1:43 /tuple/0 error fixture/milliseconds tuple[0] is in milliseconds; expected Unix time in seconds, 1648344363',
      '1:82 /objects/0/at error fixture/milliseconds at is in milliseconds; expected Unix time in seconds, 1648344363',
      '1:97 /objects/0/att warning fixture/unknown-property att is not a known property of objects[0]; did you mean "at"?',
    ],
  ],
  [
    'a key that stands twice in an object of a list of texts',
    object({ list: { type: 'array', items: string } }),
    '{"list": ["", {"a": 1, "a": 2}]}',
    [
      '1:15 /list/1 error fixture/type list[1] must be a string, not an object',
      '1:24 /list/1/a error fixture/duplicate-key duplicate key a in list[1]',
    ],
  ],
  [
    'an unknown property in the object of a schema that is silent about types',
    object({ free: { items: string, properties: { at: string } } }),
    '{"free": {"att": ""}}',
    ['1:11 /free/att warning fixture/unknown-property att is not a known property of free; did you mean "at"?'],
  ],
  [
    'a number that is no time in milliseconds either',
    object({ paid_at: { type: 'integer', format: 'unixtime' } }),
    '{"paid_at": 1648344363000000}',
    ['1:13 /paid_at error fixture/milliseconds paid_at is in milliseconds; expected Unix time in seconds'],
  ],
  [
    'a property that stands twice, at the second',
    object({ a: { type: 'number' } }),
    '{"a": 1,\n "a": 2}',
    ['2:2 /a error fixture/duplicate-key duplicate key a in the document'],
  ],
  [
    'the same name in different objects as no repetition, and colons inside texts',
    object({ list: { type: 'array' } }),
    '{"list": [{"a": "\\":", "b": ":"}, {"a": 1}]}',
    [],
  ],
  [
    'an integer beyond 2^53',
    object({ n: { type: 'integer' }, tid: string }),
    '{"n": 9007199254740993, "tid": "9007199254740993"}',
    ['1:7 /n error fixture/unsafe-integer n is larger than 2^53 and loses digits when parsed'],
  ],
  [
    'an ID without quotes as a number',
    object({ tid: string }),
    '{"tid": 9007199254740993}',
    ['1:9 /tid error fixture/type tid must be a string, not a number'],
  ],
  [
    'no unknown properties where any are expected',
    object({ a: object({ b: string }, { additionalProperties: true }), free: { type: 'object' } }),
    '{"a": {"x": 1}, "free": {"y": 1}}',
    [],
  ],
  [
    'properties that any part of a composition knows',
    { allOf: [object({ a: string }), { $ref: '#/$defs/B' }], $defs: { B: object({ b: string }) } },
    '{"a": "", "b": "", "c": ""}',
    ['1:20 /c warning fixture/unknown-property c is not a known property of the document; did you mean "a"?'],
  ],
];

describe('notes', () => {
  it.each(NOTED)('%s', (_title, schema, text, findings) => {
    expect(explain(schema, text)).toEqual(findings);
  });
});

describe('says what to do, and never a value that may be secret', () => {
  const hint = (schema: Schema, text: string): string[] =>
    checkText(text, rulesOf(schema)).map((found) => hintOf(found, 'en'));
  it.each<[title: string, schema: Schema, text: string, hints: string[]]>([
    ['a number in quotes', { type: 'number' }, '"1004"', ['write 1004 without quotes']],
    ['a long number in quotes', { type: 'number' }, '"4111111111111111"', ['write it without quotes']],
    ['a sensitive one', { type: 'integer', 'x-sensitive': 'birth' }, '"880101"', ['write it without quotes']],
    ['no number at all', { type: 'number' }, '"many"', ['']],
    ['null in quotes', { type: ['integer', 'null'] }, '"null"', ['write null without quotes']],
    ['a text without quotes', { type: 'string' }, '88', ['write it in quotes']],
  ])('%s', (_title, schema, text, hints) => {
    expect(hint(schema, text)).toEqual(hints);
  });

  it('in Korean too', () => {
    const [found] = checkText('{"amount": "1004"}', rulesOf(object({ amount: { type: 'number' } })));
    expect(messageOf(found!, 'ko')).toBe('amount의 타입이 다릅니다(필요: 숫자, 실제: 문자열)');
    expect(hintOf(found!, 'ko')).toBe('따옴표 없이 쓰세요: 1004');
  });
});
