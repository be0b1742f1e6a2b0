import { ownValue } from './conditions.js';
import type { Shape, TypeFault } from './request-rules.js';

/** A type error in a request. `name` is written as in code: `kcpProducts[0].quantity`. */
export type ShapeFault = { readonly pointer: string; readonly name: string } & (
  | { readonly kind: 'type'; readonly want: string; readonly got: string; readonly write?: TypeFault['write'] }
  | { readonly kind: 'required' }
  | { readonly kind: 'form' }
  | { readonly kind: 'least'; readonly least: number }
);

/** A value and its location. */
interface Spot {
  readonly value: unknown;
  readonly pointer: string;
  readonly name: string;
}

/** Finds values of the wrong type in a request. Undefined counts as absent, as in the SDK. */
export function checkShape(shape: Shape, spot: Spot): ShapeFault[] {
  if (spot.value === undefined) return [];
  if (typeof shape === 'string') return checkScalar(shape, spot);
  return isAlternatives(shape) ? checkList(shape, spot) : checkObject(shape, spot);
}

function isAlternatives(shape: Exclude<Shape, string>): shape is readonly Shape[] {
  return Array.isArray(shape);
}

function checkScalar(shape: string, { value, pointer, name }: Spot): ShapeFault[] {
  const [, want = '', least, pattern] = /^([a-z0]*)(?:>=(.*)|\/(.*))?$/s.exec(shape) ?? [];
  const got = letterOf(value);
  if (want !== '' && !want.includes(got) && !(got === 'i' && want.includes('n')))
    return [{ kind: 'type', pointer, name, want, got, ...corrected(want, value) }];
  if (typeof value === 'number' && least !== undefined && value < Number(least))
    return [{ kind: 'least', pointer, name, least: Number(least) }];
  const isMisshapen = typeof value === 'string' && pattern !== undefined && !new RegExp(pattern, 'u').test(value);
  return isMisshapen ? [{ kind: 'form', pointer, name }] : [];
}

function checkList(shapes: readonly Shape[], spot: Spot): ShapeFault[] {
  const [first = ''] = shapes;
  if (shapes.length > 1) {
    const faults = shapes.map((shape) => checkShape(shape, spot));
    return faults.some(({ length }) => length === 0) ? [] : (faults[0] ?? []);
  }
  const { value, pointer, name } = spot;
  if (!Array.isArray(value)) return [{ kind: 'type', pointer, name, want: 'a', got: letterOf(value) }];
  return value.flatMap((item: unknown, index) =>
    checkShape(first, { value: item, pointer: `${pointer}/${index}`, name: `${name}[${index}]` }),
  );
}

function checkObject(shapes: Readonly<Record<string, Shape>>, { value, pointer, name }: Spot): ShapeFault[] {
  const got = letterOf(value);
  if (got !== 'o') return [{ kind: 'type', pointer, name, want: 'o', got }];
  return Object.entries(shapes).flatMap(([key, shape]) => {
    const property = key.replace(/!$/, '');
    const inner = ownValue(value, property);
    const path = name === '' ? property : `${name}.${property}`;
    if (inner === undefined) return key === property ? [] : [{ kind: 'required', pointer, name: path } as const];
    return checkShape(shape, { value: inner, pointer: `${pointer}/${property}`, name: path });
  });
}

function letterOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'i' : Number.isFinite(value) ? 'n' : 'x';
  if (value === null) return '0';
  if (Array.isArray(value)) return 'a';
  const letters: Readonly<Record<string, string>> = { string: 's', boolean: 'b', object: 'o' };
  return letters[typeof value] ?? 'x';
}

/** Detects numbers and booleans that `$('#price').val()` or a template turned into strings. */
function corrected(want: string, value: unknown): { write?: number | boolean } {
  if (typeof value !== 'string') return {};
  if (want.includes('b') && /^(true|false)$/.test(value)) return { write: value === 'true' };
  const digits = value.replace(/[,\s]/g, '');
  return /[ni]/.test(want) && /^\d{1,15}(\.\d{1,3})?$/.test(digits) ? { write: Number(digits) } : {};
}
