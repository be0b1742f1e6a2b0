import { readFileSync } from 'node:fs';

import { paths as select, query } from 'jsonpath-rfc9535';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

import type { OpenApi } from '../../scripts/openapi/document.js';
import { segment, TEXT_NAMES, translatable } from '../../scripts/lint/translatable.js';
import { readInvariants } from '../../scripts/invariants/declared-invariants.js';

interface Action {
  readonly target: string;
  readonly update: Readonly<Record<string, string>>;
}

/** Labels of the members of an enumeration. */
const LABELS = 'x-enumDescriptions';

interface LabelAction {
  readonly target: string;
  readonly update: { readonly [LABELS]: Readonly<Record<string, string>> };
}

const document = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as OpenApi;
const overlay = parse(readFileSync('spec/overlays/ko.yaml', 'utf8')) as {
  actions: readonly (Action | LabelAction)[];
};
const actions = overlay.actions.filter((action): action is Action => !(LABELS in action.update));
const labels = overlay.actions.filter((action): action is LabelAction => LABELS in action.update);

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

it('has Korean labels for the members of enumerations, and for nothing else', () => {
  const translated = labels.flatMap(({ target, update }) =>
    select(document as never, target).map((at) => ({ at, korean: update[LABELS] })),
  );
  expect(translated).toHaveLength(labels.length);
  expect(new Set(translated.map(({ at }) => at)).size).toBe(labels.length);
  const foreign = translated.flatMap(({ at, korean }) =>
    Object.entries(korean)
      .filter(([, text]) => !/\p{Script=Hangul}/u.test(text))
      .map(([key]) => `${at} ${key}`),
  );
  expect(foreign).toEqual([]);
  // What stays English is a name, such as DHL, in every place that has labels.
  const english = select(document as never, `$..[?@['${LABELS}']]`).flatMap((at) => {
    const korean = translated.find((each) => each.at === at)?.korean ?? {};
    return Object.entries(labelsAt(at))
      .filter(([key]) => !(key in korean))
      .map(([, text]) => text);
  });
  expect(english.filter((text) => /^[A-Z][a-z]+ [a-z]+|^(Paid|Failed|Card)$/.test(text))).toEqual([]);
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

/** The labels at a normalised JSONPath. */
function labelsAt(at: string): Record<string, string> {
  const [found] = query(document as never, `${at}['${LABELS}']`);
  // The document is ours.
  return (found ?? {}) as Record<string, string>;
}
