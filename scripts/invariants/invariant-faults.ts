import { isObject, type Schema } from '../json/schema.js';
import type { Spot } from '../evaluate/fault.js';
import { readInvariants, type Invariant } from './declared-invariants.js';
import { testOf, type Test } from './evaluate.js';
import { pathsIn } from './expression.js';
import { childPointer } from '../json/pointer.js';

/** An object and a schema that declares invariants for it. */
export interface Governed {
  readonly spot: Spot;
  readonly schema: Schema;
}

/** An invariant that does not hold, and where that is shown. */
export interface Violation {
  readonly invariant: Invariant;
  /** What does not hold, as written in the spec. */
  readonly check: string;
  readonly pointer: string;
}

/** An invariant with its conditions made ready. */
interface Rule {
  readonly invariant: Invariant;
  readonly premise: Test | undefined;
  readonly conditions: readonly { readonly text: string; readonly blamed: string; readonly holds: Test }[];
}

/** Checks the invariants of objects. Each schema's are parsed once. */
export function createInvariantChecker(): (governed: readonly Governed[], broken: ReadonlySet<string>) => Violation[] {
  const parsed = new Map<Schema, readonly Rule[]>();
  const rulesOf = (schema: Schema): readonly Rule[] => {
    const known = parsed.get(schema) ?? readInvariants(schema).invariants.map(ruleOf);
    parsed.set(schema, known);
    return known;
  };
  return (governed, broken) => {
    const wrong = new Set(broken);
    const violations: Violation[] = [];
    for (const { spot, schema } of governed)
      for (const rule of rulesOf(schema)) {
        const found = violation(rule, spot, wrong);
        if (found !== undefined) violations.push(found);
      }
    return violations;
  };
}

function ruleOf(invariant: Invariant): Rule {
  const { at, premise, conditions } = invariant;
  return {
    invariant,
    premise: premise && testOf(premise),
    conditions: conditions.map(({ text, expression }) => {
      const blamed = at ?? pathsIn(expression)[0]?.[0] ?? '';
      return { text, blamed, holds: testOf(expression) };
    }),
  };
}

/** What is broken already, or by an invariant before, is not blamed again: that would be told twice. */
function violation({ invariant, premise, conditions }: Rule, spot: Spot, wrong: Set<string>): Violation | undefined {
  const { value, pointer } = spot;
  if (!isObject(value) || (premise !== undefined && premise(value) !== true)) return undefined;
  const broken = conditions.find(({ holds }) => holds(value) === false);
  if (broken === undefined) return undefined;
  const { text, blamed } = broken;
  if (invariant.reads.some(([name = '']) => isWrongBelow(childPointer(pointer, name), wrong))) return undefined;
  const place = Object.hasOwn(value, blamed) ? childPointer(pointer, blamed) : pointer;
  wrong.add(place);
  return { invariant, check: text, pointer: place };
}

function isWrongBelow(place: string, wrong: ReadonlySet<string>): boolean {
  return [...wrong].some((each) => each === place || each.startsWith(`${place}/`));
}
