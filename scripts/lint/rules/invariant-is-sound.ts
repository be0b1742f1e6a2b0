import { propertySchemas } from '../../json/part-schemas.js';
import { isObject } from '../../json/schema.js';
import { subschemasOf } from '../../json/subschemas.js';
import { readInvariants, type Invariant } from '../../invariants/declared-invariants.js';
import type { Path } from '../../invariants/expression.js';
import { partsOf, resolveSchema, type PlacedSchema } from '../placed-schemas.js';
import { defineRule, type Finding, type Place } from '../rule.js';

// A condition that cannot be parsed, or names an unknown property, would never be checked.
export const invariantIsSound = defineRule('invariant-is-sound', {
  on: 'schema',
  set: 'recommended',
  check(schema, at) {
    const written: unknown = schema['x-invariants'];
    // A long list may be in a separate file.
    const target = isObject(written) && '$ref' in written ? at.resolve(written, at.file) : undefined;
    const { invariants, invalid } = readInvariants({ ...schema, 'x-invariants': target?.node ?? written });
    const list = target?.at ?? at.child('x-invariants');
    const broken = invalid.map(({ path, problem }): Finding<'invariant-is-sound'> => ({
      at: path.reduce((place, key) => place.child(key), list),
      values: { problem: 'invalid', path: ['x-invariants', ...path], why: problem },
    }));
    return [...broken, ...repeated(invariants, list), ...invariants.flatMap((each) => unread(each, { schema, at }))];
  },
});

function repeated(invariants: readonly Invariant[], list: Place): Finding<'invariant-is-sound'>[] {
  const ids = invariants.map(({ id }) => id);
  const again = ids.filter((id, index) => ids.indexOf(id) < index);
  return again.map((id) => ({ at: list, values: { problem: 'repeated', invariant: id } }));
}

function unread({ id, reads, at }: Invariant, placed: PlacedSchema): Finding<'invariant-is-sound'>[] {
  const paths = at === undefined ? reads : [...reads, [at]];
  const unknown = paths.filter((path) => !leadsSomewhere(path, [placed]));
  const distinct = new Map(unknown.map((path) => [path.join('.'), path]));
  return [...distinct.values()].map((path) => ({
    at: placed.at.child('x-invariants'),
    values: { problem: 'unknown-name', invariant: id, path, schema: placed.at.name },
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
