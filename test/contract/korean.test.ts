import { readFileSync } from 'node:fs';

import { paths as select } from 'jsonpath-rfc9535';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

import type { OpenApi } from '../../scripts/openapi/document.js';
import { segment, TEXT_NAMES, translatable } from '../../scripts/lint/translatable.js';
import { readInvariants } from '../../scripts/invariants/declared-invariants.js';

interface Action {
  readonly target: string;
  readonly update: Readonly<Record<string, string>>;
}

const document = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as OpenApi;
const { actions } = parse(readFileSync('spec/overlays/ko.yaml', 'utf8')) as { actions: readonly Action[] };

it('the Korean overlay has each text of the document once, and nothing else', () => {
  const texts = actions.flatMap(({ target, update }) =>
    select(document as never, target).flatMap((at) => Object.keys(update).map((name) => at + segment(name))),
  );
  expect([...texts].sort()).toEqual(translatable(document).sort());
});

it('the texts are Korean, and nothing but texts', () => {
  const foreign = actions.flatMap(({ target, update }) =>
    Object.entries(update)
      .filter(([name, text]) => !TEXT_NAMES.includes(name) || !/\p{Script=Hangul}/u.test(text))
      .map(([name]) => `${target} ${name}`),
  );
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
