import { readFileSync } from 'node:fs';

import { paths as select } from 'jsonpath-rfc9535';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

import type { OpenApi } from '../../scripts/openapi/document.js';
import { translatable } from '../../scripts/lint/lint-overlays.js';
import { readInvariants } from '../../scripts/invariants/declared-invariants.js';

interface Action {
  readonly target: string;
  readonly update: { readonly summary?: string; readonly description?: string };
}

const document = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as OpenApi;
const { actions } = parse(readFileSync('spec/overlays/ko.yaml', 'utf8')) as { actions: readonly Action[] };

it('the Korean overlay has a text for every summary and every property, and for nothing else', () => {
  const targets = actions.flatMap(({ target }) => select(document as never, target));
  expect(targets).toHaveLength(actions.length);
  expect([...targets].sort()).toEqual(translatable(document).sort());
});

it('the texts are Korean', () => {
  const foreign = actions.filter(({ target, update }) => {
    const isOperation = /^\$\.(paths|webhooks)/.test(target);
    const text = isOperation ? update.summary : update.description;
    return Object.keys(update).length !== 1 || !/\p{Script=Hangul}/u.test(text ?? '');
  });
  expect(foreign).toEqual([]);
});

it('every invariant says in both languages what holds', () => {
  const invariants = Object.entries(document.components?.schemas ?? {}).flatMap(([name, schema]) =>
    readInvariants(schema).invariants.map((invariant) => ({ name, ...invariant })),
  );
  expect(invariants.length).toBeGreaterThan(30);
  const untold = invariants.filter(
    ({ description, koreanDescription }) => description === '' || !/\p{Script=Hangul}/u.test(koreanDescription),
  );
  expect(untold).toEqual([]);
});
