import { isObject, type Schema, type AnySchema } from '../json/schema.js';
import { declaredProperties, type Scope } from './scope.js';
import { faultAt, isFault, spotIn, type Fault, type FaultOf, type Spot } from './fault.js';
import { isSameJson } from '../json/kind.js';
import { enumFault } from './scalar-faults.js';
import { typeFault } from './type-faults.js';

/** One alternative of a union that a value does not fit. */
export interface Candidate {
  /** The reference it was named by; `''` when it stands in the union itself. */
  readonly name: string;
  /** As it stands in the union. */
  readonly branch: AnySchema;
  /** What it comes to. */
  readonly schema: AnySchema;
  readonly faults: readonly Fault[];
}

/** The value that fits nothing, and what is known around it. */
export interface Question {
  readonly spot: Spot;
  /** The schema that has the union; its `discriminator` may tell the alternatives apart. */
  readonly schema: Schema;
  readonly scope: Scope;
}

/**
 * Tells what is wrong with a value that fits no alternative of a union: as few complaints as possible, of the one it was
 * most likely meant to be. Where nothing can tell, what all of them ask for.
 */
export function nearestFaults(candidates: readonly Candidate[], question: Question): Fault[] {
  const { spot } = question;
  const groups = candidates.map(({ schema }) => soleRequirements(schema));
  if (groups.every((names) => names !== undefined)) return [requirementFault(groups.flat(), spot)];
  const ofType = candidates.filter(({ faults }) => !faults.some((fault) => isMistyped(fault, spot)));
  if (ofType.length === 0) return [mistypedFault(candidates, spot)];
  const members = ofType.map(({ schema }) => listedValues(schema));
  if (ofType.length > 1 && members.every((list) => list !== undefined)) return [enumFault(members.flat(), spot)];
  const told = unknownTelltale(ofType, question);
  const meant = nearest(ofType, question)?.faults ?? [];
  return told === undefined
    ? [...meant]
    : [told.fault, ...meant.filter(({ pointer }) => pointer !== told.fault.pointer)];
}

/** The alternative that a value was most likely meant to be; undefined where nobody can know. */
export function nearest(candidates: readonly Candidate[], question: Question): Candidate | undefined {
  const ofType = candidates.filter(({ faults }) => !faults.some((fault) => isMistyped(fault, question.spot)));
  const told = unknownTelltale(ofType, question);
  if (told !== undefined) return told.meant;
  const ranked = ofType.map((candidate, index) => rank(candidate, index, question)).sort(compareRanks);
  return ranked[0]?.candidate;
}

/** The properties a schema requires, when that is all it says. */
function soleRequirements(schema: AnySchema): readonly string[] | undefined {
  if (typeof schema === 'boolean' || !Array.isArray(schema.required)) return undefined;
  return Object.keys(schema).every((keyword) => keyword === 'required' || keyword === 'type')
    ? schema.required
    : undefined;
}

function requirementFault(names: readonly string[], spot: Spot): Fault {
  const missing = [...new Set(names)];
  return { ...faultAt(spot, 'fixture/any-of', { properties: missing }), missing };
}

function isMistyped(fault: Fault, spot: Spot): fault is FaultOf<'fixture/type'> {
  return isFault(fault, 'fixture/type') && fault.pointer === spot.pointer;
}

function mistypedFault(candidates: readonly Candidate[], spot: Spot): Fault {
  const faults = candidates.flatMap((candidate) => candidate.faults.filter((fault) => isMistyped(fault, spot)));
  const wanted = new Set(faults.flatMap(({ values }) => values.wanted));
  const { quotes, rewrite } = faults.find(({ values }) => values.quotes !== undefined)?.values ?? {};
  const cure = { ...(quotes !== undefined && { quotes }), ...(rewrite !== undefined && { rewrite }) };
  return typeFault([...wanted], spot, cure);
}

function listedValues(schema: AnySchema): readonly unknown[] | undefined {
  if (typeof schema === 'boolean') return undefined;
  return Object.hasOwn(schema, 'const') ? [schema.const] : schema.enum;
}

interface Rank {
  readonly candidate: Candidate;
  /** Whether the value has what tells this alternative apart. */
  readonly isTold: boolean;
  readonly weight: number;
  readonly shared: number;
  readonly index: number;
}

function rank(candidate: Candidate, index: number, { spot, schema, scope }: Question): Rank {
  const value = isObject(spot.value) ? spot.value : {};
  const declared = [...declaredProperties(candidate.schema, scope)].filter(([name]) => Object.hasOwn(value, name));
  const telling = declared.flatMap(([name, part]) => {
    const listed = listedValues(part);
    return listed === undefined ? [] : [listed.some((member) => isSameJson(member, value[name]))];
  });
  const named = namedByDiscriminator(candidate.name, value, schema);
  return {
    candidate,
    isTold: named ?? (telling.length > 0 && !telling.includes(false)),
    weight: candidate.faults.reduce((sum, fault) => sum + fault.weight, 0),
    shared: declared.length,
    index,
  };
}

function compareRanks(a: Rank, b: Rank): number {
  return Number(b.isTold) - Number(a.isTold) || a.weight - b.weight || b.shared - a.shared || a.index - b.index;
}

/** Whether the `discriminator` of OpenAPI names an alternative; undefined when there is none, or it names nothing. */
function namedByDiscriminator(
  name: string,
  value: Record<string, unknown>,
  { discriminator }: Schema,
): boolean | undefined {
  if (!isObject(discriminator) || name === '') return undefined;
  const told = value[String(discriminator.propertyName)];
  if (typeof told !== 'string') return undefined;
  const mapping = isObject(discriminator.mapping) ? discriminator.mapping : {};
  const target = Object.hasOwn(mapping, told) ? String(mapping[told]) : told;
  return target.replace(/^.*\//s, '') === name.replace(/^.*\//s, '');
}

interface Telltale {
  readonly fault: FaultOf<'fixture/enum'>;
  /** The alternative it was meant to name, if it is a slip of the pen. */
  readonly meant: Candidate | undefined;
}

/**
 * A property that all alternatives fix to values of their own, and that has none of them: that alone is wrong, as nobody
 * can know what the rest should look like. Unless it is a slip of the pen, which tells.
 */
function unknownTelltale(candidates: readonly Candidate[], { spot, scope }: Question): Telltale | undefined {
  const { value } = spot;
  if (candidates.length < 2 || !isObject(value)) return undefined;
  const declared = candidates.map(({ schema }) => declaredProperties(schema, scope));
  for (const [name, part] of Object.entries(value)) {
    const at = spotIn(spot, name, part);
    const lists = declared.map((properties) => listedValues(properties.get(name) ?? true));
    if (!candidates.every((candidate) => refuses(candidate, at)) || !lists.every((list) => list !== undefined))
      continue;
    const fault = enumFault([...new Set(lists.flat())], at);
    return { fault, meant: candidates[lists.findIndex((list) => list.includes(fault.values.suggestion))] };
  }
  return undefined;
}

function refuses({ faults }: Candidate, { pointer }: Spot): boolean {
  return faults.some(
    (fault) => fault.pointer === pointer && (fault.code === 'fixture/const' || fault.code === 'fixture/enum'),
  );
}
