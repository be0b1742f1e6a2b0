// Every way in which a person spoils a valid document: one slip each, and what has to be said of it.

import { appliedSchemas } from '../../scripts/evaluate/applied-schemas.js';
import type { Explainer } from '../../scripts/evaluate/scope.js';
import { itemSchema, propertySchemas } from '../../scripts/json/part-schemas.js';
import { isObject, typesOf, type Schema } from '../../scripts/json/schema.js';
import { escapePointer } from '../../scripts/json/pointer.js';

/** One place of a document, and what its schemas say about it. */
export interface Place {
  readonly pointer: string;
  readonly value: unknown;
  readonly schemas: readonly Schema[];
  /** The object it is a property of, and what that object's schemas say. */
  readonly parent?: Place;
  readonly key?: string;
}

/** A document with one slip in it. */
export interface Slip {
  readonly text: string;
  /** Where the one finding must stand. */
  readonly pointer: string;
  /** What it may be called. */
  readonly codes: readonly string[];
  /** What stands in the text at its line and column. */
  readonly token: string;
}

/** Every place of a document. */
export function placesOf(schema: Schema, value: unknown, explainer: Explainer): Place[] {
  const visit = (given: readonly (Schema | boolean)[], place: Omit<Place, 'schemas'>): Place[] => {
    const spot = { value: place.value, pointer: place.pointer, depth: 0 };
    const schemas = given.flatMap((each) => appliedSchemas(each, spot, explainer));
    const here: Place = { ...place, schemas };
    const inner = Array.isArray(place.value)
      ? place.value.flatMap((item: unknown, index) =>
          visit(
            schemas.map((each) => itemSchema(each, index)),
            { pointer: `${place.pointer}/${index}`, value: item },
          ),
        )
      : Object.entries(isObject(place.value) ? place.value : {}).flatMap(([key, part]) =>
          visit(
            schemas.flatMap((each) => [...propertySchemas(each, key)]),
            { pointer: `${place.pointer}/${escapePointer(key)}`, value: part, parent: here, key },
          ),
        );
    return [here, ...inner];
  };
  return visit([schema], { pointer: '', value });
}

/** The place, and the whole document around it. */
interface Occasion {
  readonly document: unknown;
  readonly place: Place;
}

/** Makes the slip at a place; undefined where it would be none. */
export type SlipMaker = (occasion: Occasion) => Slip | undefined;

const MARK = '@@mark@@';
const write = (value: unknown): string => JSON.stringify(value, null, 2);
const first = (value: unknown): string => JSON.stringify(value).slice(0, 1);
const types = ({ schemas }: Place): string[] => schemas.flatMap((schema) => [...typesOf(schema)]);
const find = <Value>({ schemas }: Place, pick: (schema: Schema) => Value | undefined): Value | undefined =>
  schemas.map(pick).find((found) => found !== undefined);
const isListed = (place: Place): boolean => find(place, ({ enum: list }) => list) !== undefined || isFixed(place);
const isFixed = ({ schemas }: Place): boolean => schemas.some((schema) => Object.hasOwn(schema, 'const'));
const isRequired = ({ parent, key = '' }: Place): boolean =>
  parent?.schemas.some(({ required = [] }) => required.includes(key)) === true;
const misspell = (word: string): string => `${word.slice(0, -1)}${word.at(-1) === 'x' ? 'y' : 'x'}`;

/** Rebuilds the document with the entries of one object changed, or one value. */
function edit(document: unknown, pointer: string, change: (value: unknown) => unknown): unknown {
  const walk = (node: unknown, at: string): unknown => {
    if (at === pointer) return change(node);
    if (!pointer.startsWith(`${at}/`)) return node;
    if (Array.isArray(node)) return node.map((item: unknown, index) => walk(item, `${at}/${index}`));
    if (!isObject(node)) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, part]) => [key, walk(part, `${at}/${escapePointer(key)}`)]),
    );
  };
  return walk(document, '');
}

function replace({ document, place }: Occasion, value: unknown, codes: readonly string[]): Slip {
  const text = write(edit(document, place.pointer, () => value));
  return { text, pointer: place.pointer, codes, token: first(value) };
}

function editEntries(
  { document, place }: Occasion,
  change: (entry: [string, unknown]) => [string, unknown][],
): unknown {
  return edit(document, place.parent?.pointer ?? '', (node) =>
    isObject(node) ? Object.fromEntries(Object.entries(node).flatMap(change)) : node,
  );
}

function rename(occasion: Occasion, name: string, codes: readonly string[]): Slip | undefined {
  const { parent, key } = occasion.place;
  if (parent === undefined || parent.schemas.some((schema) => propertySchemas(schema, name).length > 0))
    return undefined;
  const text = write(editEntries(occasion, ([each, part]) => [[each === key ? name : each, part]]));
  return { text, pointer: `${parent.pointer}/${escapePointer(name)}`, codes, token: JSON.stringify(name) };
}

const tells = (place: Place): boolean => place.schemas.some(({ properties }) => properties !== undefined);
const UNKNOWN = ['fixture/additional-properties', 'fixture/unknown-property'];

/** Every kind of slip. */
export const SLIPS: Readonly<Record<string, SlipMaker>> = {
  'a required property dropped': (occasion) => {
    const { place } = occasion;
    if (place.parent === undefined || !isRequired(place)) return undefined;
    const text = write(editEntries(occasion, ([key, part]) => (key === place.key ? [] : [[key, part]])));
    return { text, pointer: place.parent.pointer, codes: ['fixture/required', 'fixture/any-of'], token: '{' };
  },
  'a value of the wrong type': (occasion) => {
    if (types(occasion.place).length === 0 && !isListed(occasion.place)) return undefined;
    const isObjectHere = types(occasion.place).includes('object');
    const value = isObjectHere ? 'wrong' : { wrong: [] };
    return replace(occasion, value, ['fixture/type', 'fixture/enum', 'fixture/const']);
  },
  'null where nothing is null': (occasion) => {
    const wanted = types(occasion.place);
    if (wanted.length === 0 || wanted.includes('null') || occasion.place.pointer === '') return undefined;
    return replace(occasion, null, ['fixture/type']);
  },
  'a member of a closed list misspelt': (occasion) => {
    const list = find(occasion.place, ({ enum: members }) => members);
    const { value } = occasion.place;
    if (list === undefined || typeof value !== 'string' || list.includes(misspell(value))) return undefined;
    return replace(occasion, misspell(value), ['fixture/enum']);
  },
  'a member of an open list misspelt': (occasion) => {
    const list = find(occasion.place, (schema) => schema['x-extensible-enum']);
    const { value } = occasion.place;
    if (!Array.isArray(list) || typeof value !== 'string' || !list.includes(value)) return undefined;
    return replace(occasion, misspell(value), ['fixture/unknown-member']);
  },
  'an unknown property': ({ document, place }) => {
    if (!isObject(place.value) || !tells(place)) return undefined;
    const name = 'zzz_nobody_knows';
    const text = write(edit(document, place.pointer, (node) => (isObject(node) ? { ...node, [name]: 1 } : node)));
    return { text, pointer: `${place.pointer}/${name}`, codes: UNKNOWN, token: JSON.stringify(name) };
  },
  'the name of a property misspelt': (occasion) => {
    const { key = '', parent } = occasion.place;
    if (parent === undefined || !tells(parent)) return undefined;
    return rename(occasion, `${key}${key.at(-1) ?? ''}`, [...UNKNOWN, 'fixture/misspelt-key']);
  },
  'two letters of a name swapped': (occasion) => {
    const { key = '', parent } = occasion.place;
    if (parent === undefined || !tells(parent) || key[0] === key[1] || key.length < 3) return undefined;
    const swapped = `${key[1] ?? ''}${key[0] ?? ''}${key.slice(2)}`;
    return rename(occasion, swapped, [...UNKNOWN, 'fixture/misspelt-key']);
  },
  'milliseconds instead of seconds': (occasion) => {
    const { place } = occasion;
    const isTime = find(place, ({ format }) => (format === 'unixtime' ? format : undefined)) !== undefined;
    if (!isTime || typeof place.value !== 'number' || place.value <= 0) return undefined;
    return replace(occasion, place.value * 1000, ['fixture/milliseconds']);
  },
  'a property written twice': (occasion) => {
    const { place } = occasion;
    const { key = '' } = place;
    if (place.parent === undefined) return undefined;
    const marked = editEntries(occasion, (entry) => (entry[0] === key ? [entry, [MARK, entry[1]]] : [entry]));
    const name = JSON.stringify(key);
    return {
      text: write(marked).replace(JSON.stringify(MARK), () => name),
      pointer: place.pointer,
      codes: ['fixture/duplicate-key'],
      token: name,
    };
  },
  'an integer beyond 2^53': (occasion) => {
    if (typeof occasion.place.value !== 'number') return undefined;
    const slip = replace(occasion, MARK, ['fixture/unsafe-integer', 'fixture/const', 'fixture/enum', 'fixture/range']);
    return { ...slip, text: slip.text.replace(JSON.stringify(MARK), '9007199254740993'), token: '9' };
  },
  'a text too long': (occasion) => {
    const limit = find(occasion.place, ({ maxLength }) => maxLength);
    if (typeof limit !== 'number' || typeof occasion.place.value !== 'string' || isListed(occasion.place))
      return undefined;
    const isOpenList = find(occasion.place, (schema) => schema['x-extensible-enum']) !== undefined;
    return replace(
      occasion,
      '가'.repeat(limit + 1),
      isOpenList ? ['fixture/max-length', 'fixture/unknown-member'] : ['fixture/max-length'],
    );
  },
  'a text too short': (occasion) => {
    const limit = find(occasion.place, ({ minLength }) => minLength);
    if (typeof limit !== 'number' || typeof occasion.place.value !== 'string' || isListed(occasion.place))
      return undefined;
    return replace(occasion, '', ['fixture/min-length']);
  },
  'an item of the wrong type': (occasion) => {
    const { place } = occasion;
    if (place.parent !== undefined || place.pointer === '' || types(place).length === 0) return undefined;
    return replace(occasion, [[]], ['fixture/type']);
  },
  'a fixed value changed': (occasion) => {
    if (!isFixed(occasion.place) || typeof occasion.place.value !== 'number') return undefined;
    return replace(occasion, occasion.place.value + 1, ['fixture/const']);
  },
  'a number in quotes': (occasion) => {
    if (typeof occasion.place.value !== 'number' || types(occasion.place).includes('string')) return undefined;
    return replace(occasion, String(occasion.place.value), ['fixture/type']);
  },
  'a text without quotes': (occasion) => {
    if (typeof occasion.place.value !== 'string' || types(occasion.place).some((type) => /number|integer/.test(type)))
      return undefined;
    if (types(occasion.place).length === 0) return undefined;
    return replace(occasion, 1004, ['fixture/type']);
  },
  'an integer with a fraction': (occasion) => {
    if (typeof occasion.place.value !== 'number' || !types(occasion.place).includes('integer')) return undefined;
    return replace(occasion, occasion.place.value + 0.5, ['fixture/type']);
  },
  'a number out of bounds': (occasion) => {
    const limit = find(occasion.place, ({ minimum, exclusiveMinimum }) => minimum ?? exclusiveMinimum);
    if (typeof limit !== 'number' || typeof occasion.place.value !== 'number') return undefined;
    return replace(occasion, limit - 1, ['fixture/range']);
  },
};
