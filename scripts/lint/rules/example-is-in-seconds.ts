import { itemSchema, schemasOfProperty } from '../../json/part-schemas.js';
import { isObject, type Schema } from '../../json/schema.js';
import { subschemasOf } from '../../json/subschemas.js';
import { isMilliseconds, toSeconds } from '../../json/unix-seconds.js';
import { resolveSchema, type PlacedSchema } from '../placed-schemas.js';
import { defineRule, type ExampleHolder, type ExampleNode, type Finding, type Place } from '../rule.js';

// People copy examples.
export const exampleIsInSeconds = defineRule('example-is-in-seconds', {
  on: 'example holder',
  set: 'iamport',
  check(holder, at) {
    // A node without `schema` is a schema itself.
    const [schema, place] = holder.schema === undefined ? [holder as Schema, at] : [holder.schema, at.child('schema')];
    return examplesOf(holder, at).flatMap(({ value, at: start, isFile }) =>
      findMilliseconds(value, { schema, at: place }).map((found) =>
        toFinding(found, isFile ? start : found.keys.reduce((at, key) => at.child(key), start)),
      ),
    );
  },
});

interface PlacedExample {
  readonly value: unknown;
  readonly at: Place;
  /** Whether the value is in a separate file, in which no place can be shown. */
  readonly isFile: boolean;
}

function examplesOf({ default: usual, example, examples }: ExampleHolder, at: Place): PlacedExample[] {
  const inline = (value: unknown, place: Place): PlacedExample => ({ value, at: place, isFile: false });
  const list: readonly unknown[] = Array.isArray(examples) ? examples : [];
  return [
    inline(usual, at.child('default')),
    inline(example, at.child('example')),
    ...list.map((value, index) => inline(value, at.child('examples').child(String(index)))),
    ...(isNamed(examples) ? Object.keys(examples).flatMap((name) => namedExample(examples, name, at)) : []),
  ];
}

type NamedExamples = Readonly<Record<string, ExampleNode>>;

function isNamed(examples: ExampleHolder['examples']): examples is NamedExamples {
  return isObject(examples);
}

function namedExample(examples: NamedExamples, name: string, at: Place): PlacedExample[] {
  const here = at.child('examples').child(name);
  const target = at.resolve(examples[name], at.file);
  if (target?.node === undefined) return [];
  const isHere = target.node === examples[name];
  const [node, place] = [target.node, isHere ? here : target.at];
  if (typeof node.externalValue !== 'string') return [{ value: node.value, at: place.child('value'), isFile: false }];
  const read = target.at.readExample(node.externalValue);
  return read?.ok === true ? [{ value: read.value, at: place.child('externalValue'), isFile: true }] : [];
}

/** A number in milliseconds, and the keys on the way to it. */
interface Found {
  readonly keys: readonly string[];
  readonly milliseconds: number;
}

/** @param seen The schemas already applied to this value: they may refer to each other. */
function findMilliseconds(value: unknown, placed: PlacedSchema, seen = new Set<Schema>()): Found[] {
  if (value === null || value === undefined || !isObject(placed.schema)) return [];
  const { schema, at } = resolveSchema(placed);
  if (seen.has(schema)) return [];
  seen.add(schema);
  const own = schema.format === 'unixtime' && isMilliseconds(value) ? [{ keys: [], milliseconds: value }] : [];
  const alternatives = subschemasOf(schema, ['value', 'branch']).flatMap((part) =>
    findMilliseconds(value, { schema: part.schema, at }, seen),
  );
  const entries = typeof value === 'object' ? Object.entries(value) : [];
  const inside = entries.flatMap(([key, entry]) => {
    const parts = Array.isArray(value) ? [itemSchema(schema, Number(key))] : schemasOfProperty(schema, key);
    const found = parts.filter(isObject).flatMap((part) => findMilliseconds(entry, { schema: part, at }));
    return found.map((one) => ({ ...one, keys: [key, ...one.keys] }));
  });
  return [...own, ...alternatives, ...inside];
}

function toFinding({ keys, milliseconds }: Found, at: Place): Finding<'example-is-in-seconds'> {
  const seconds = toSeconds(milliseconds);
  const path = keys.length === 0 ? [at.name] : keys;
  return { at, values: seconds === undefined ? { path } : { path, seconds } };
}
