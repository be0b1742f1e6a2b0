import { escapePointer, isObject, type Schema } from '../../../generate/schema.js';
import type { Spot } from '../fault.js';
import type { Governed } from '../notes.js';
import { readInvariants, type Invariant } from './declared-invariants.js';
import { holds } from './evaluate.js';
import { pathsIn } from './expression.js';

/** An invariant that does not hold, and where that is shown. */
export interface Violation {
  readonly invariant: Invariant;
  /** What does not hold, as written in the spec. */
  readonly check: string;
  readonly pointer: string;
}

/** Checks the invariants of objects. Each schema's are parsed once. */
export function createInvariantChecker(): (governed: readonly Governed[], broken: ReadonlySet<string>) => Violation[] {
  const parsed = new Map<Schema, readonly Invariant[]>();
  const invariantsOf = (schema: Schema): readonly Invariant[] => {
    const known = parsed.get(schema) ?? readInvariants(schema).invariants;
    parsed.set(schema, known);
    return known;
  };
  return (governed, broken) => {
    const wrong = new Set(broken);
    return governed.flatMap(({ spot, schema }) => invariantsOf(schema).flatMap((each) => violation(each, spot, wrong)));
  };
}

/** What is broken already, or by an invariant before, is not blamed again: that would be told twice. */
function violation(invariant: Invariant, { value, pointer }: Spot, wrong: Set<string>): Violation[] {
  const { at, conditions, premise, reads } = invariant;
  if (!isObject(value)) return [];
  // Nothing is wrong with most documents.
  if (wrong.size > 0 && reads.some(([name = '']) => isWrongBelow(`${pointer}/${escapePointer(name)}`, wrong)))
    return [];
  if (premise !== undefined && holds(premise, value) !== true) return [];
  const broken = conditions.find(({ expression }) => holds(expression, value) === false);
  if (broken === undefined) return [];
  const blamed = at ?? pathsIn(broken.expression)[0]?.[0] ?? '';
  const place = Object.hasOwn(value, blamed) ? `${pointer}/${escapePointer(blamed)}` : pointer;
  wrong.add(place);
  return [{ invariant, check: broken.text, pointer: place }];
}

function isWrongBelow(place: string, wrong: ReadonlySet<string>): boolean {
  return [...wrong].some((each) => each === place || each.startsWith(`${place}/`));
}
