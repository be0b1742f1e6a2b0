import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { isObject } from '../../scripts/json/schema.js';
import { checkText, rulesOf } from '../rules-of.js';
import { REQUEST_CASES } from '../browser/request-cases.js';

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
      found
        .filter(({ severity }) => severity === level)
        .map(({ message, values }) => `${message} ${JSON.stringify(values)}`);
    if (want === 'wrong') expect(told('error')).not.toEqual([]);
    else expect(told('error')).toEqual([]);
    if (want === 'ok') expect(told('warning')).toEqual([]);
  });
});
