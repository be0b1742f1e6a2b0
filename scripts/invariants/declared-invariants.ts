import { isObject, type Schema } from '../json/schema.js';
import type { InvariantProblem } from '../messages/invariant-problem.js';
import { pathsIn, type Expression, type Path } from './expression.js';
import { parseExpression } from './parse-expression.js';

/** One entry of `x-invariants`, ready to be checked. */
export interface Invariant {
  readonly id: string;
  /** What has to hold, all of it. */
  readonly conditions: readonly Condition[];
  readonly when?: string;
  readonly description: string;
  /** The same in Korean; the description where the spec has none. */
  readonly koreanDescription: string;
  /** A note is for the documentation, and is not reported by `validate`. */
  readonly severity: (typeof SEVERITIES)[number];
  /** Gateways it applies to; all when left out. */
  readonly gateways?: readonly string[];
  /** Gateways it does not apply to. */
  readonly exceptGateways?: readonly string[];
  /** Where this is documented. */
  readonly source?: string;
  /** Property that an issue is reported at; else the first that the broken condition names. */
  readonly at?: string;
  readonly premise?: Expression;
  /** Everything it reads. */
  readonly reads: readonly Path[];
}

/** One of the conditions that `and` joins in a `check`. */
export interface Condition {
  /** As written in the spec. */
  readonly text: string;
  readonly expression: Expression;
}

/** An invalid part of `x-invariants`, and its path. */
export interface InvalidInvariant {
  readonly path: readonly string[];
  readonly problem: InvariantProblem;
}

const SEVERITIES = ['error', 'warning', 'note'] as const;

// No schema has as many; a spec from anywhere might.
const MAX_INVARIANTS = 250;

/**
 * Reads the `x-invariants` of a schema: a list of `{ id, check, when?, at?, severity?, gateways?,
 * exceptGateways?, source?, description, 'x-description-ko'? }`. Invalid parts are listed in `invalid` instead. Never
 * throws.
 */
export function readInvariants(schema: Schema): { invariants: Invariant[]; invalid: InvalidInvariant[] } {
  const list: unknown = schema['x-invariants'];
  if (list === undefined) return { invariants: [], invalid: [] };
  if (!Array.isArray(list)) return { invariants: [], invalid: [{ path: [], problem: ['no-list'] }] };
  const entries = list.slice(0, MAX_INVARIANTS).map((entry: unknown, index) => readEntry(entry, String(index)));
  const tooMany: InvalidInvariant = { path: [], problem: ['too-many', { most: MAX_INVARIANTS }] };
  return {
    invariants: entries.flatMap((entry) => ('invalid' in entry ? [] : [entry])),
    invalid: [
      ...(list.length > MAX_INVARIANTS ? [tooMany] : []),
      ...entries.flatMap((entry) => ('invalid' in entry ? [entry.invalid] : [])),
    ],
  };
}

function readEntry(entry: unknown, index: string): Invariant | { invalid: InvalidInvariant } {
  const refuse = (key: string | undefined, ...problem: InvariantProblem): { invalid: InvalidInvariant } => ({
    invalid: { path: key === undefined ? [index] : [index, key], problem },
  });
  if (!isObject(entry)) return refuse(undefined, 'no-object');
  const { id, check, when, at, description, 'x-description-ko': korean = description } = entry;
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(id)) return refuse('id', 'no-id');
  if (typeof check !== 'string') return refuse('check', 'no-condition');
  const condition = parseExpression(check);
  if (!condition.ok) return refuse('check', ...condition.problem);
  const premise = typeof when === 'string' ? parseExpression(when) : undefined;
  if (premise?.ok === false) return refuse('when', ...premise.problem);
  const { severity = 'error', gateways, exceptGateways, source } = entry;
  const grade = SEVERITIES.find((each) => each === severity);
  if (grade === undefined) return refuse('severity', 'no-severity');
  if (gateways !== undefined && !isNames(gateways)) return refuse('gateways', 'no-names');
  if (exceptGateways !== undefined && !isNames(exceptGateways)) return refuse('exceptGateways', 'no-names');
  const reads = [...pathsIn(condition.expression), ...(premise ? pathsIn(premise.expression) : [])];
  return {
    id,
    conditions: conditionsOf(check, condition.expression),
    ...(typeof when === 'string' && { when }),
    description: typeof description === 'string' ? description : '',
    koreanDescription: typeof korean === 'string' ? korean : '',
    severity: grade,
    ...(gateways !== undefined && { gateways }),
    ...(exceptGateways !== undefined && { exceptGateways }),
    ...(typeof source === 'string' && { source }),
    ...(typeof at === 'string' && { at }),
    ...(premise !== undefined && { premise: premise.expression }),
    reads,
  };
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');
}

function conditionsOf(check: string, expression: Expression): Condition[] {
  const parts = conjuncts(expression);
  const texts = check.split(/\s+and\s+/);
  // An `and` inside brackets or a text joins other things; then all is one condition.
  if (texts.length !== parts.length) return [{ text: check.trim(), expression }];
  return parts.map((part, index) => ({ text: (texts[index] ?? '').trim(), expression: part }));
}

function conjuncts(expression: Expression): Expression[] {
  if (expression.kind !== 'binary' || expression.operator !== 'and') return [expression];
  return [...conjuncts(expression.left), ...conjuncts(expression.right)];
}
