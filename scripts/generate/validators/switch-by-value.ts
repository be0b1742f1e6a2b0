import { isObject, referredBy, type Schema, typesOf, type Schemas } from '../../json/schema.js';
import type { Scalar, Switch } from './keywords/alternatives.js';

/** How deep `$ref` and `allOf` are followed for what an alternative demands. */
const DEEPEST = 8;

/**
 * `oneOf` or `anyOf` of objects that all require a property, each with other values of it, becomes a switch on that property.
 * It accepts the same values: a value that selects one alternative is invalid in every other.
 */
export function switchByValue(schema: Schema, components: Schemas): Schema {
  const keyword = schema.anyOf ? 'anyOf' : 'oneOf';
  const branches = schema[keyword] ?? [];
  const demands = branches.map((branch) => demandsOf(branch, components));
  const [first, ...others] = demands;
  if (first === undefined || others.length === 0 || !demands.every(({ isObject }) => isObject)) return schema;
  const property = [...first.values.keys()].find((name) => isTelling(name, demands));
  if (property === undefined) return schema;
  const values = demands.map((demand) => demand.values.get(property) ?? []);
  const { [keyword]: _, ...rest } = schema;
  const otherwise: Schema = {
    type: 'object',
    required: [property],
    properties: { [property]: { enum: values.flat() } },
  };
  const cases = branches.map((branch, position) => [`case${position}`, branch] as const);
  const switchBy: Switch = { property, values, otherwise, ...Object.fromEntries(cases) };
  return { ...rest, switchBy };
}

/** What a schema requires of every value, as far as that is explicit. */
interface Demands {
  readonly isObject: boolean;
  readonly required: ReadonlySet<string>;
  /** Required property → the only values it may have. */
  readonly values: ReadonlyMap<string, readonly Scalar[]>;
}

function isTelling(name: string, demands: readonly Demands[]): boolean {
  const all = demands.map(({ required, values }) => (required.has(name) ? (values.get(name) ?? []) : []));
  return all.every((values) => values.length > 0) && new Set(all.flat()).size === all.flat().length;
}

function demandsOf(schema: Schema, components: Schemas, depth = 0): Demands {
  const parts = [referredBy(schema, components) ?? [], schema.allOf ?? []].flat();
  const inner = depth < DEEPEST ? parts.map((part) => demandsOf(part, components, depth + 1)) : [];
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const values = scalarsOf(property);
    return values.length > 0 ? [[name, values] as const] : [];
  });
  return {
    isObject: (typesOf(schema).length === 1 && schema.type === 'object') || inner.some(({ isObject }) => isObject),
    required: new Set([...(schema.required ?? []), ...inner.flatMap(({ required }) => [...required])]),
    values: new Map([...inner.flatMap(({ values }) => [...values]), ...own]),
  };
}

/** The constant or the list of values of a property; empty when one of them is not a scalar, or any value is allowed. */
function scalarsOf(property: unknown): readonly Scalar[] {
  if (!isObject(property)) return [];
  const listed: unknown = Object.hasOwn(property, 'const') ? [property.const] : property.enum;
  const values: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const scalars = values.filter(isScalar);
  return scalars.length === values.length ? [...new Set(scalars)] : [];
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
