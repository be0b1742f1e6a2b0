import { childPointer } from '../client/pointer.js';
import { ownValue } from './conditions.js';
import { nearestName } from './nearest-name.js';
import type { Shape, TypeIssue } from './request-rules.js';

/** A type error or an unknown name in a request. `name` is written as in code: `kcpProducts[0].quantity`. */
export type ShapeIssue = { readonly pointer: string; readonly name: string } & (
  | { readonly kind: 'type'; readonly want: string; readonly got: string; readonly write?: TypeIssue['write'] }
  | { readonly kind: 'required' }
  | { readonly kind: 'form' }
  | { readonly kind: 'least'; readonly least: number }
  | { readonly kind: 'unknown-name'; readonly other: string | undefined }
);

/** A value, and where it is. */
interface InstanceLocation {
  readonly value: unknown;
  readonly pointer: string;
  readonly name: string;
}

/**
 * Finds values of the wrong type and unknown names in a request. Undefined counts as absent, as in the SDK. `otherNames` maps
 * top-level names of other versions to the right ones.
 */
export function checkShape(
  shape: Shape,
  location: InstanceLocation,
  otherNames: Readonly<Record<string, string>> = {},
): ShapeIssue[] {
  if (location.value === undefined) return [];
  if (typeof shape === 'string') return checkScalar(shape, location);
  return isAlternatives(shape) ? checkList(shape, location) : checkObject(shape, location, otherNames);
}

function isAlternatives(shape: Exclude<Shape, string>): shape is readonly Shape[] {
  return Array.isArray(shape);
}

function checkScalar(shape: string, { value, ...at }: InstanceLocation): ShapeIssue[] {
  const [, want = '', least, pattern] = /^([a-z0]*)(?:>=(.*)|\/(.*))?$/s.exec(shape) ?? [];
  const got = letterOf(value);
  if (want !== '' && !want.includes(got) && !(got === 'i' && want.includes('n')))
    return [{ ...at, kind: 'type', want, got, ...corrected(want, value) }];
  if (typeof value === 'number' && least !== undefined && value < Number(least))
    return [{ ...at, kind: 'least', least: Number(least) }];
  const isMisshapen = typeof value === 'string' && pattern !== undefined && !new RegExp(pattern, 'u').test(value);
  return isMisshapen ? [{ ...at, kind: 'form' }] : [];
}

function checkList(shapes: readonly Shape[], location: InstanceLocation): ShapeIssue[] {
  const [first = ''] = shapes;
  if (shapes.length > 1) {
    const issues = shapes.map((shape) => checkShape(shape, location));
    return issues.some(({ length }) => length === 0) ? [] : (issues[0] ?? []);
  }
  const { value, pointer, name } = location;
  if (!Array.isArray(value)) return [{ kind: 'type', pointer, name, want: 'a', got: letterOf(value) }];
  return value.flatMap((item: unknown, index) =>
    checkShape(first, { value: item, pointer: childPointer(pointer, index), name: `${name}[${index}]` }),
  );
}

function checkObject(
  shapes: Readonly<Record<string, Shape>>,
  { value, pointer, name }: InstanceLocation,
  otherNames: Readonly<Record<string, string>>,
): ShapeIssue[] {
  const got = letterOf(value);
  if (got !== 'o') return [{ kind: 'type', pointer, name, want: 'o', got }];
  const childAt = (property: string): InstanceLocation => ({
    value: ownValue(value, property),
    pointer: childPointer(pointer, property),
    name: name === '' ? property : `${name}.${property}`,
  });
  const known = Object.keys(shapes).map((key) => key.replace('!', ''));
  const unknown = Object.keys(value ?? {}).flatMap((property): ShapeIssue[] => {
    const { value: inner, ...at } = childAt(property);
    if (known.includes(property) || inner === undefined) return [];
    const other = Object.hasOwn(otherNames, property) ? otherNames[property] : nearestName(property, known);
    return [{ ...at, kind: 'unknown-name', other }];
  });
  const wrong = Object.entries(shapes).flatMap(([key, shape]) => {
    const location = childAt(key.replace('!', ''));
    const isMissing = location.value === undefined && key.endsWith('!');
    return isMissing ? [{ kind: 'required' as const, pointer, name: location.name }] : checkShape(shape, location);
  });
  return [...wrong, ...unknown];
}

function letterOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'i' : Number.isFinite(value) ? 'n' : 'x';
  if (value === null) return '0';
  if (Array.isArray(value)) return 'a';
  const type = typeof value;
  return /^(str|boo|obj)/.test(type) ? type.charAt(0) : 'x';
}

/** Detects numbers and booleans that `$('#price').val()` or a template turned into strings. */
function corrected(want: string, value: unknown): { write?: number | boolean } {
  if (typeof value !== 'string') return {};
  if (want.includes('b') && /^(true|false)$/.test(value)) return { write: value === 'true' };
  const digits = value.replace(/[,\s]/g, '');
  return /[ni]/.test(want) && /^\d{1,15}(\.\d{1,3})?$/.test(digits) ? { write: Number(digits) } : {};
}
