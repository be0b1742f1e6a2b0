import { propertySchemas } from '../../json/part-schemas.js';
import { isObject } from '../../json/schema.js';
import { subschemasOf } from '../../json/subschemas.js';
import { readInvariants, type Invariant } from '../../invariants/declared-invariants.js';
import type { Path } from '../../invariants/expression.js';
import { invariantTexts } from '../../messages/invariant-problem.js';
import { partsOf, resolveSchema, type PlacedSchema } from '../placed-schemas.js';
import { defineRule, type Finding, type Place } from '../rule.js';

// A condition that cannot be parsed, or names an unknown property, would never be checked.
export const invariantIsSound = defineRule({
  on: 'schema',
  set: 'recommended',
  title: { en: 'An invariant cannot be checked', ko: '검사할 수 없는 불변 조건입니다' },
  cause: {
    en: 'The condition cannot be parsed, or names an unknown property, so it would never be checked.',
    ko: '조건식을 해석할 수 없거나 스키마에 없는 속성을 읽습니다. 그런 조건은 검사되지 않습니다.',
  },
  fix: {
    en: 'Correct the condition. CONTRIBUTING.md describes the syntax.',
    ko: '조건식을 고치세요. 쓸 수 있는 표현은 CONTRIBUTING.md에 있습니다.',
  },
  check(schema, at) {
    const written: unknown = schema['x-invariants'];
    // A long list may be in a separate file.
    const target = isObject(written) && '$ref' in written ? at.resolve(written, at.file) : undefined;
    const { invariants, invalid } = readInvariants({ ...schema, 'x-invariants': target?.node ?? written });
    const list = target?.at ?? at.child('x-invariants');
    const broken = invalid.map(({ path, problem }) => {
      const { en, ko } = invariantTexts(problem);
      const part = ['x-invariants', ...path].join('.');
      const place = path.reduce((outer, key) => outer.child(key), list);
      return { at: place, en: `\`${part}\` ${en}.`, ko: `\`${part}\`: ${ko}.` };
    });
    return [...broken, ...repeated(invariants, list), ...invariants.flatMap((each) => unread(each, { schema, at }))];
  },
});

function repeated(invariants: readonly Invariant[], list: Place): Finding[] {
  const ids = invariants.map(({ id }) => id);
  const again = ids.filter((id, index) => ids.indexOf(id) < index);
  return again.map((id) => ({
    at: list,
    en: `Two invariants have the id \`${id}\`.`,
    ko: `id가 \`${id}\`인 불변 조건이 둘입니다.`,
  }));
}

function unread({ id, reads, at }: Invariant, placed: PlacedSchema): Finding[] {
  const paths = at === undefined ? reads : [...reads, [at]];
  const unknown = paths.filter((path) => !leadsSomewhere(path, [placed]));
  return [...new Set(unknown.map((path) => path.join('.')))].map((path) => ({
    at: placed.at.child('x-invariants'),
    en: `\`${id}\` names \`${path}\`, which is not a property of \`${placed.at.name}\`.`,
    ko: `\`${id}\`에서 읽는 \`${path}\` 속성이 \`${placed.at.name}\`에 없습니다.`,
  }));
}

// Deeper than any path; schemas may refer to themselves.
const MOST_LEVELS = 10;

function leadsSomewhere([step, ...rest]: Path, from: readonly PlacedSchema[]): boolean {
  if (step === undefined) return true;
  const next = from.flatMap((placed) => extended(placed)).flatMap((placed) => follow(placed, step));
  return next.length > 0 && leadsSomewhere(rest, next);
}

/** A schema and the schemas it is composed of. */
function extended(placed: PlacedSchema, levels = 0): PlacedSchema[] {
  const target = resolveSchema(placed);
  if (levels > MOST_LEVELS) return [target];
  const composed = subschemasOf(target.schema, ['value', 'branch']).map((part) => part.schema);
  const inner = partsOf(target).filter(({ schema }) => composed.includes(schema));
  return [target, ...inner.flatMap((part) => extended(part, levels + 1))];
}

function follow(placed: PlacedSchema, step: string): PlacedSchema[] {
  const { prefixItems = [], items } = placed.schema;
  const meant = step === '[]' ? [...prefixItems, items] : propertySchemas(placed.schema, step);
  return partsOf(placed).filter(({ schema }) => meant.includes(schema));
}
