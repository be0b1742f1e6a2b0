import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readInvariants } from '../../scripts/invariants/declared-invariants.js';
import { isObject } from '../../scripts/json/schema.js';
import { messageOf } from '../../scripts/messages/texts.js';
import { checkText, rulesOf } from '../rules-of.js';
import { REQUEST_CASES } from '../browser/request-cases.js';
import { GOOD_REQUEST, RULE_CASES } from '../browser/rule-cases.js';

// Objects of official pages and of shops, judged by hand: `ok` and `doubtful` have no error, `wrong` has one.

const rules = new Map(
  [...new Set(REQUEST_CASES.map(({ schema }) => schema))].map((name) => {
    const schema: unknown = JSON.parse(readFileSync(`generated/schemas/${name}.json`, 'utf8'));
    if (!isObject(schema)) throw new Error(name);
    return [name, rulesOf(schema)];
  }),
);

describe('requests of the browser SDK', () => {
  it.each(REQUEST_CASES)('$title is $want', ({ schema, params, pg, want }) => {
    const found = checkText(JSON.stringify(params, null, 2), rules.get(schema)!, pg);
    const told = (level: string): string[] =>
      found.filter(({ severity }) => severity === level).map(({ code, values }) => `${code} ${JSON.stringify(values)}`);
    if (want === 'wrong') expect(told('error')).not.toEqual([]);
    else expect(told('error')).toEqual([]);
    if (want === 'ok') expect(told('warning')).toEqual([]);
  });
});

describe('names of other versions', () => {
  it.each([
    ['totalAmount', 'totalAmount is not a known property of the document; did you mean "amount"?'],
    [
      'isCulturalExpense',
      'isCulturalExpense is not a known property of the document; did you mean "bypass.isCulturalExpense"?',
    ],
    ['storeId', 'storeId is not a known property of the document; remove it'],
    ['buyer_add', 'buyer_add is not a known property of the document; did you mean "buyer_addr"?'],
    ['constructor', 'constructor is not a known property of the document'],
  ])('%s', (name, message) => {
    const found = checkText(JSON.stringify({ ...GOOD_REQUEST, [name]: 'x' }), rules.get('PaymentRequest')!);
    expect(found.map((diagnostic) => messageOf(diagnostic, 'en'))).toEqual([message]);
    expect(messageOf(found[0]!, 'ko')).toMatch(/\p{Script=Hangul}/u);
  });
});

describe('a rule of PaymentRequest', () => {
  const { rule, schema } = { rule: rules.get('PaymentRequest')!, schema: rules.get('PaymentRequest')!.schema };
  const reported = readInvariants(schema).invariants.filter(({ severity }) => severity !== 'note');

  it('has a case below', () => {
    expect(Object.keys(RULE_CASES).sort()).toEqual(reported.map(({ id }) => id).sort());
  });

  it.each(Object.entries(RULE_CASES))('%s', (id, [pg, broken, mended]) => {
    const found = (request: object): unknown[] =>
      checkText(JSON.stringify({ ...GOOD_REQUEST, ...request }), rule, pg).map(({ values }) => values?.id);
    expect(found(broken)).toContain(id);
    expect(found({ ...broken, ...mended })).not.toContain(id);
  });

  it('has a sentence in both languages, and a source', () => {
    for (const { description, koreanDescription, source } of reported) {
      expect(description).toMatch(/^[A-Za-z].*\.$/);
      expect(koreanDescription).toMatch(/\p{Script=Hangul}.*\.$/u);
      expect(source).toBeDefined();
    }
  });

  it('names gateways that are in the table of gateways', () => {
    const known = readdirSync('spec/pgs').map((file) => file.replace('.yaml', ''));
    const named = reported.flatMap(({ gateways = [], exceptGateways = [] }) => [...gateways, ...exceptGateways]);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});
