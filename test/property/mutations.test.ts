import { readFileSync } from 'node:fs';

import { afterAll, describe, expect, it } from 'vitest';

import { isObject, type Schema } from '../../scripts/json/schema.js';
import type { Diagnostic } from '../../scripts/messages/diagnostic.js';

import { checkDocument } from '../../scripts/validate/check-document.js';
import { loadRules, type SchemaRules } from '../../scripts/validate/schema-rules.js';
import { schemaByPlace } from '../../scripts/validate/convention.js';
import { findFiles } from '../../scripts/files/find-files.js';
import { openGeneratedFolder } from '../../scripts/validate/generated-folder.js';
import { createLocator } from '../../scripts/source/locate.js';
import { CONTRADICTIONS, declaredInvariants } from './contradictions.js';
import { placesOf, SLIPS, type Place, type Slip } from './slips.js';

// One slip in a valid document has to give one finding, there where it was made: no consequences, no guesses, no wall of
// alternatives. The score is the share of slips of which that is true. `npm run test:long` makes every slip everywhere.
const PLACES = process.env.MODE === 'long' ? Infinity : 3;

const folder = openGeneratedFolder('generated', process.cwd());
const files = findFiles(['test/fixtures', 'spec/examples'], { cwd: process.cwd() }).files.map(({ shownAs }) => shownAs);
const known = new Map<string, SchemaRules>();
const score = new Map<string, { made: number; told: number }>();
const misses: string[] = [];

async function rulesFor(file: string): Promise<SchemaRules> {
  const name = schemaByPlace(file, folder.manifest)?.schema;
  if (name === undefined) throw new Error(`${file} belongs to nothing`);
  const rules = known.get(name) ?? (await loadRules(folder, name));
  known.set(name, rules);
  return rules;
}

function check(text: string, rules: SchemaRules): Diagnostic[] {
  const value: unknown = JSON.parse(text);
  return checkDocument({ file: 'x', syntax: 'json', text, firstLine: 1, value, ...createLocator(text) }, rules);
}

/** What is said of a text: `code pointer` of each finding, and what stands at its line and column. */
function told(text: string, rules: SchemaRules): { findings: string[]; tokens: string[] } {
  const found = check(text, rules);
  const lines = text.split('\n');
  return {
    findings: found.map(({ code, at }) => `${code} ${at.pointer}`),
    tokens: found.map(({ at }) => lines[at.line - 1]?.slice(at.column - 1) ?? ''),
  };
}

// What breaks no schema.
const NOTED = /unknown|milliseconds|duplicate|unsafe|invariant/;

function explainer(kind: string, slip: Slip, { file, rules, before }: Sample): void {
  // An alternative of the schema may allow what another one forbids: null for a payment, code 1 without one.
  if (!slip.codes.some((code) => NOTED.test(code)) && rules.check(JSON.parse(slip.text)).length === 0) return;
  const { findings, tokens } = told(slip.text, rules);
  const fresh = findings.filter((finding) => !before.includes(finding));
  const isTold = slip.codes.some((code) => fresh.length === 1 && fresh[0] === `${code} ${slip.pointer}`);
  const isPlaced = tokens.some((token, index) => findings[index] === fresh[0] && token.startsWith(slip.token));
  const entry = score.get(kind) ?? { made: 0, told: 0 };
  score.set(kind, { made: entry.made + 1, told: entry.told + (isTold && isPlaced ? 1 : 0) });
  if (!isTold || !isPlaced) misses.push(`${file}: ${kind} at ${slip.pointer}: ${fresh.join(', ') || 'nothing'}`);
}

interface Sample {
  readonly file: string;
  readonly rules: SchemaRules;
  /** What is said of the file as it is. */
  readonly before: readonly string[];
}

/** A few of many, from the beginning to the end. */
function spread<Item>(items: readonly Item[]): readonly Item[] {
  if (items.length <= PLACES) return items;
  return Array.from({ length: PLACES }, (_, index) => items[Math.floor((index * (items.length - 1)) / (PLACES - 1))]!);
}

function contradict(document: unknown, place: Place): Slip[] {
  if (!isObject(place.value)) return [];
  const object = place.value;
  return place.schemas.flatMap((schema) => {
    const name = schemaNames.get(JSON.stringify(schema['x-invariants']));
    const breakers = Object.entries(CONTRADICTIONS).filter(([id]) => id.startsWith(`${name ?? '-'}/`));
    return breakers.flatMap(([, breaker]) => {
      const contradiction = breaker(object);
      if (contradiction === undefined) return [];
      const { changed, blamed } = contradiction;
      const text = JSON.stringify(document, (_, value: unknown) => (value === object ? changed : value), 2);
      const token = JSON.stringify(changed[blamed]);
      return [{ text, pointer: `${place.pointer}/${blamed}`, codes: ['fixture/invariant'], token }];
    });
  });
}

const { components } = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as {
  components: { schemas: Record<string, Schema> };
};
const schemaNames = new Map(
  Object.entries(components.schemas).map(([name, schema]) => [JSON.stringify(schema['x-invariants']), name]),
);

describe('one slip, one finding', () => {
  it.each(files)('%s', async (file) => {
    const rules = await rulesFor(file);
    const text = readFileSync(file, 'utf8');
    const document: unknown = JSON.parse(text);
    const sample = { file, rules, before: told(text, rules).findings };
    expect(sample.before.filter((finding) => !finding.startsWith('fixture/unknown-member'))).toEqual([]);
    const places = placesOf(rules.schema, document, rules.explainer);
    for (const [kind, make] of Object.entries(SLIPS)) {
      const slips = places.flatMap((place) => make({ document, place }) ?? []);
      for (const slip of spread(slips)) explainer(kind, slip, sample);
    }
    for (const slip of places.flatMap((place) => contradict(document, place)))
      explainer('an invariant broken', slip, sample);
  });

  it('is true of 99 % of all slips, and every kind of slip was made', () => {
    const kinds = [...score.values()];
    const made = kinds.reduce((sum, kind) => sum + kind.made, 0);
    const hits = kinds.reduce((sum, kind) => sum + kind.told, 0);
    expect([...score.keys()].sort()).toEqual([...Object.keys(SLIPS), 'an invariant broken'].sort());
    expect(made).toBeGreaterThan(5000);
    expect(hits / made, misses.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(0.99);
  });

  it('can break every invariant that the spec declares', () => {
    expect(Object.keys(CONTRADICTIONS).sort()).toEqual(declaredInvariants(components.schemas).sort());
  });

  afterAll(() => {
    const rows = [...score].map(([kind, { made, told: hits }]) => `  ${`${hits} of ${made}`.padStart(14)}  ${kind}`);
    const [made, hits] = [...score.values()].reduce(([all, good], kind) => [all + kind.made, good + kind.told], [0, 0]);
    const percent = ((100 * hits) / made).toFixed(2);
    const shown = misses.slice(0, 40).map((miss) => `  ${miss}\n`);
    process.stdout.write(`mutation score ${hits} of ${made} (${percent} %)\n${rows.join('\n')}\n${shown.join('')}`);
  });
});
