import type { FixtureCode } from '../messages/fixture.js';
import type { Values } from '../messages/entry.js';
import { escapePointer } from '../json/schema.js';

/** One thing wrong with a value, before it has a line and a column. */
export interface Fault {
  readonly code: FixtureCode;
  /** What is wrong. For something missing, the object that lacks it. */
  readonly pointer: string;
  /** Whether to point at the property's name instead of its value. */
  readonly place: 'key' | 'value';
  readonly values: Values;
  /** How much of the document would have to change, in leaves. Decides which alternative of a union is the nearest. */
  readonly weight: number;
  /** Names of properties of which one ought to be there. */
  readonly missing?: readonly string[];
}

/** A value and where it stands. */
export interface Spot {
  readonly value: unknown;
  readonly pointer: string;
  /** How many schemas and values it took to come here. */
  readonly depth: number;
}

/** A fault of a value that one leaf of it would cure. */
export function faultAt({ pointer }: Spot, code: FixtureCode, values: Values = {}): Fault {
  return { code, pointer, place: 'value', values, weight: 1 };
}

/** The place one property or item further in. */
export function spotIn({ pointer, depth }: Spot, key: string | number, value: unknown): Spot {
  const segment = typeof key === 'string' && /[~/]/.test(key) ? escapePointer(key) : key;
  return { value, pointer: `${pointer}/${segment}`, depth: depth + 1 };
}

/** How many leaves a value has; at least one. Beyond some size it makes no difference any more. */
export function sizeOf(value: unknown): number {
  const pending = [value];
  let leaves = 0;
  while (pending.length > 0 && leaves < MOST_LEAVES) {
    const part = pending.pop();
    const inner: unknown[] = typeof part === 'object' && part !== null ? Object.values(part) : [];
    if (inner.length === 0) leaves += 1;
    else for (const each of inner) pending.push(each);
  }
  return leaves;
}

const MOST_LEAVES = 1000;
