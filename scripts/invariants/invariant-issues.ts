import { isObject, type Schema } from '../json/schema.js';
import type { InstanceLocation } from '../evaluate/issue.js';
import { readInvariants, type Invariant } from './declared-invariants.js';
import { testOf, type Test } from './evaluate.js';
import { pathsIn } from './expression.js';
import { memoize } from '../json/memoize.js';
import { childPointer } from '../json/pointer.js';

/** An object and a schema that declares invariants for it. */
export interface Governed {
  readonly location: InstanceLocation;
  readonly schema: Schema;
}

/** An invariant that does not hold, and where that is shown. */
export interface InvariantIssue {
  readonly invariant: Invariant;
  /** What does not hold, as written in the spec. */
  readonly check: string;
  readonly pointer: string;
  /** Gateway whose rule it is. */
  readonly gateway?: string;
}

/** An invariant with its conditions made ready. */
interface Rule {
  readonly invariant: Invariant;
  readonly premise: Test | undefined;
  readonly conditions: readonly { readonly text: string; readonly blamed: string; readonly holds: Test }[];
}

/** Checks objects whose schemas declare invariants. `gateway` comes from elsewhere than the object itself. */
export type InvariantChecker = (
  governed: readonly Governed[],
  broken: ReadonlySet<string>,
  gateway?: string,
) => InvariantIssue[];

/** Checks the invariants of objects. Each schema's are parsed once. */
export function createInvariantChecker(): InvariantChecker {
  const rulesOf = memoize((schema: Schema) => errorsFirst(readInvariants(schema).invariants).map(ruleOf));
  return (governed, broken, gateway) => {
    const wrong = new Set(broken);
    const invariantIssues: InvariantIssue[] = [];
    for (const { location, schema } of governed) {
      const named = gateway ?? gatewayNamed(location.value, schema);
      for (const rule of rulesOf(schema)) {
        if (!appliesTo(rule.invariant, named)) continue;
        const found = invariantIssue(rule, location, wrong);
        if (found !== undefined) invariantIssues.push(ofGateway(found, named));
      }
    }
    return invariantIssues;
  };
}

/** Each property is reported once: a warning must not hide an error. */
function errorsFirst(invariants: readonly Invariant[]): readonly Invariant[] {
  const isError = ({ severity }: Invariant): boolean => severity === 'error';
  return [...invariants.filter(isError), ...invariants.filter((each) => !isError(each))];
}

function ofGateway(invariantIssue: InvariantIssue, gateway: string | undefined): InvariantIssue {
  return invariantIssue.invariant.gateways === undefined || gateway === undefined
    ? invariantIssue
    : { ...invariantIssue, gateway };
}

/** Notes are for the documentation of a gateway; they are not findings. */
function appliesTo({ gateways, exceptGateways, severity }: Invariant, gateway: string | undefined): boolean {
  if (severity === 'note') return false;
  if (gateway === undefined) return gateways === undefined;
  return gateways?.includes(gateway) !== false && exceptGateways?.includes(gateway) !== true;
}

/** The gateway in the property that `x-gateway` of the schema names, as in `nice_v2` or `nice_v2.{MID}`. */
function gatewayNamed(value: unknown, schema: Schema): string | undefined {
  const property = schema['x-gateway'];
  if (!isObject(value) || typeof property !== 'string' || !Object.hasOwn(value, property)) return undefined;
  const named = value[property];
  return typeof named === 'string' ? named.split('.', 1)[0] : undefined;
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

/** A property with an issue of the schema or of an earlier invariant is not reported again. */
function invariantIssue(
  { invariant, premise, conditions }: Rule,
  location: InstanceLocation,
  wrong: Set<string>,
): InvariantIssue | undefined {
  const { value, pointer } = location;
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
