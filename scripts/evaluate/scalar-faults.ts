import { didYouMean } from '../messages/did-you-mean.js';
import type { Schema } from '../json/schema.js';
import { faultAt, sizeOf, type Fault, type FaultOf, type Spot } from './fault.js';
import type { Judge } from './scope.js';
import { isSameJson } from '../json/kind.js';

/** What is wrong with a single value: not in its list, too long, too large, of the wrong form. */
export function scalarFaults(schema: Schema, spot: Spot, judge: Judge): Fault[] {
  const listed = listFaults(schema, spot);
  if (listed.length > 0 || judge.isShapeOnly) return listed;
  const faults = typeof spot.value === 'string' ? textFaults(schema, spot, spot.value) : numberFaults(schema, spot);
  // What is too long or too large is not of its format either; that is one fault.
  return faults.length > 0 ? faults : formatFaults(schema, spot, judge);
}

function formatFaults({ format }: Schema, spot: Spot, { hasFormat }: Judge): Fault[] {
  if (typeof format !== 'string' || hasFormat(format, spot.value)) return [];
  return [faultAt(spot, 'fixture/format', { format })];
}

/** Says that a value is none of those listed, with the one that was probably meant. */
export function enumFault(members: readonly unknown[], spot: Spot): FaultOf<'fixture/enum'> {
  const words = members.filter((member) => typeof member === 'string');
  const suggestion = typeof spot.value === 'string' ? didYouMean(spot.value, words) : undefined;
  const values = { allowed: members, ...(suggestion !== undefined && { suggestion }) };
  return { ...faultAt(spot, 'fixture/enum', values), weight: sizeOf(spot.value) };
}

function listFaults(schema: Schema, spot: Spot): Fault[] {
  const isMember = (member: unknown): boolean => isSameJson(member, spot.value);
  if (schema.enum !== undefined && !schema.enum.some(isMember)) return [enumFault(schema.enum, spot)];
  if (!Object.hasOwn(schema, 'const') || isMember(schema.const)) return [];
  const fault = faultAt(spot, 'fixture/const', { constant: schema.const });
  return [{ ...fault, weight: sizeOf(spot.value) }];
}

function textFaults({ maxLength, minLength, pattern }: Schema, spot: Spot, text: string): Fault[] {
  const length = (): number => Array.from(text).length;
  const faults: Fault[] = [];
  if (typeof maxLength === 'number' && text.length > maxLength && length() > maxLength)
    faults.push(faultAt(spot, 'fixture/max-length', { limit: maxLength, length: length() }));
  if (typeof minLength === 'number' && length() < minLength)
    faults.push(faultAt(spot, 'fixture/min-length', { limit: minLength, length: length() }));
  // A text of the wrong length has the wrong form as well; that is one fault.
  if (faults.length === 0 && typeof pattern === 'string' && !matches(pattern, text))
    faults.push(faultAt(spot, 'fixture/pattern', { pattern }));
  return faults;
}

/** Tells whether a text has the form of a schema's `pattern`; one that is no pattern accepts everything. */
export function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}

const RANGES = [
  ['minimum', '>=', (value: number, limit: number) => value >= limit],
  ['maximum', '<=', (value: number, limit: number) => value <= limit],
  ['exclusiveMinimum', '>', (value: number, limit: number) => value > limit],
  ['exclusiveMaximum', '<', (value: number, limit: number) => value < limit],
] as const;

function numberFaults(schema: Schema, spot: Spot): Fault[] {
  const { value } = spot;
  if (typeof value !== 'number') return [];
  const outside = RANGES.flatMap(([keyword, comparison, isInside]) => {
    const limit = schema[keyword];
    if (typeof limit !== 'number' || isInside(value, limit)) return [];
    return [faultAt(spot, 'fixture/range', { comparison, limit })];
  });
  const { multipleOf } = schema;
  if (outside.length > 0 || typeof multipleOf !== 'number' || Number.isInteger(value / multipleOf))
    return outside.slice(0, 1);
  return [faultAt(spot, 'fixture/multiple-of', { factor: multipleOf })];
}
