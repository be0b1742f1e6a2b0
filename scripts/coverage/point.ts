import { typesOf, type Schema } from '../json/schema.js';

/** What coverage counts, in the order of its columns. */
export const DIMENSIONS = ['operations', 'requests', 'outcomes', 'enumMembers', 'nullBranches', 'providers'] as const;

/** One column of the coverage. */
export type Dimension = (typeof DIMENSIONS)[number];

/** One thing that a fixture can show. Two points with the same `id` are the same thing. */
export interface Point {
  readonly dimension: Dimension;
  /** Also shown in reports: `getPayment 200 code≠0`, `Payment.status = paid`. */
  readonly id: string;
  /** Distinguishes the file names of fixtures that show it: `status-paid`. `''` where none is needed. */
  readonly caseName: string;
  /** Whether the provider may send values that no list has, so that showing all of them is worth less. */
  readonly isOpen: boolean;
}

/** A point that some values at its place show. */
export interface ValuePoint extends Point {
  readonly isShownBy: (value: unknown) => boolean;
}

/** Makes a point of a closed list or of none. */
export function pointOf(dimension: Dimension, id: string, caseName = ''): Point {
  return { dimension, id, caseName, isOpen: false };
}

/** A part of a schema: the definition it belongs to and the way from there, such as `Payment` and `.status`. */
export interface Placed {
  readonly definition: string;
  /** `''` for the definition itself, `.key` for a property, `[]` for the items of an array, `.*` for any other key. */
  readonly path: string;
  readonly schema: Schema;
}

/** What one place can show: each value of an enum with several, other than null; both null and not null. */
export function pointsAt({ definition, path, schema }: Placed): ValuePoint[] {
  const { enum: closed, anyOf = [], oneOf = [], 'x-extensible-enum': open } = schema;
  const isOpen = Array.isArray(open);
  const list: readonly unknown[] = isOpen ? open : (closed ?? []);
  const listed = list.filter((member) => member !== null);
  const areNull = closed?.map((member) => member === null) ?? [
    ...typesOf(schema).map((type) => type === 'null'),
    ...[...anyOf, ...oneOf].map((branch) => branch.type === 'null' || branch.const === null),
  ];
  const members = [...new Set(listed.length > 1 ? listed : [])].map((member): ValuePoint => ({
    ...memberPoint(definition, path, member),
    isOpen,
    isShownBy: (value) => value === member,
  }));
  if (!areNull.includes(true) || !areNull.includes(false)) return members;
  return [...members, nullPoint(definition + path, true), nullPoint(definition + path, false)];
}

/** The point of one listed value. A payment gateway is the same wherever it is named. */
function memberPoint(definition: string, path: string, member: unknown): Point {
  const text = typeof member === 'string' ? member : JSON.stringify(member);
  if (path.endsWith('.pg_provider')) return pointOf('providers', `pg_provider = ${text}`, text);
  return pointOf('enumMembers', `${definition}${path} = ${text}`, `${lastName(path || definition)}-${text}`);
}

/** The point of a nullable place that is null, or is not. */
function nullPoint(place: string, isNull: boolean): ValuePoint {
  const name = lastName(place);
  const point = pointOf('nullBranches', `${place} ${isNull ? '=' : '≠'} null`, isNull ? `${name}-null` : name);
  return { ...point, isShownBy: (value) => (value === null) === isNull };
}

function lastName(path: string): string {
  return path.replaceAll('[]', '').split('.').filter(Boolean).at(-1) ?? '';
}
