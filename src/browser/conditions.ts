import type { Condition } from './request-rules.js';

/** A value of a condition; undefined if the request does not determine it. */
type Result = string | number | boolean | undefined;

// As in the toolkit: sums of decimals are not exact in binary.
const TOLERANCE = 1e-6;

/**
 * Evaluates a condition of the spec on an object: true, false, or undefined if a value is absent or has another type.
 * The rules are those of `scripts/invariants/evaluate.ts`; a test compares both.
 */
export function evaluate(condition: Condition, object: unknown): Result {
  if (!isList(condition)) return condition;
  const [operator = '', first = '', second = ''] = condition;
  const path = condition.slice(1).map(String);
  switch (operator) {
    case '.':
      return scalarAt(object, path);
    case 'has':
    case 'given':
      return valuesAt(object, path)?.some(operator === 'has' ? isThere : isGiven) === true;
    case 'every':
      return everyItem(object, path);
    case 'matches':
      return areMatching(valuesAt(object, path.slice(1)), new RegExp(String(first), 'u'));
    case 'sumproduct':
      return sumOfProducts(numbersAt(object, first), numbersAt(object, second));
    case 'in':
      return isAmong(evaluate(first, object), condition.slice(2));
    case 'not':
      return negated(evaluate(first, object));
    case 'and':
    case 'or':
      return joined(operator === 'or', evaluate(first, object), evaluate(second, object));
    case 'length':
    case 'bytes':
      return measured(scalarAt(object, path), operator === 'bytes');
    default:
      return ofNumbers(operator, condition, object);
  }
}

/** All paths that a condition reads, in their order. */
export function pathsOf(condition: Condition): readonly (readonly string[])[] {
  if (!isList(condition)) return [];
  const [operator, ...operands] = condition;
  if (operator === 'sumproduct') return operands.map((path) => (isList(path) ? path.map(String) : []));
  if (operator === 'in') return operands.slice(0, 1).flatMap(pathsOf);
  if (operands.some(isList)) return operands.flatMap(pathsOf);
  const isPath = typeof operator === 'string' && /^[.a-z]/.test(operator);
  return isPath ? [operands.slice(operator === 'matches' ? 1 : 0).map(String)] : [];
}

function isList(condition: Condition): condition is readonly Condition[] {
  return typeof condition === 'object';
}

function valuesAt(value: unknown, [step, ...rest]: readonly string[]): readonly unknown[] | undefined {
  if (step === undefined) return [value];
  if (step === '[]') {
    if (!Array.isArray(value)) return undefined;
    const found = value.map((item: unknown) => valuesAt(item, rest));
    return found.includes(undefined) ? undefined : found.flatMap((values) => values ?? []);
  }
  const next = ownValue(value, step);
  return isGiven(next) ? valuesAt(next, rest) : undefined;
}

/** An own property of an object; inherited properties do not count. */
export function ownValue(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name))
    return undefined;
  // Checked just before.
  return (value as Readonly<Record<string, unknown>>)[name];
}

function scalarAt(object: unknown, path: readonly string[]): Result {
  const [value, another] = valuesAt(object, path) ?? [];
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isScalar && another === undefined ? value : undefined;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isThere(value: unknown): boolean {
  return isGiven(value) && value !== '' && value !== 0;
}

function everyItem(object: unknown, path: readonly string[]): Result {
  const end = path.lastIndexOf('[]') + 1;
  return valuesAt(object, path.slice(0, end))?.every(
    (item) => valuesAt(item, path.slice(end))?.every(isGiven) === true,
  );
}

function areMatching(values: readonly unknown[] | undefined, pattern: RegExp): Result {
  if (values === undefined || values.length === 0 || values.some((value) => typeof value !== 'string'))
    return undefined;
  return values.every((value) => pattern.test(String(value)));
}

function numbersAt(object: unknown, path: Condition): readonly number[] | undefined {
  return isList(path) ? valuesAt(object, path.map(String))?.map(Number) : undefined;
}

function sumOfProducts(left: readonly number[] | undefined, right: readonly number[] | undefined): Result {
  if (left === undefined || left.length !== right?.length) return undefined;
  const sum = left.reduce((total, value, index) => total + value * (right[index] ?? 0), 0);
  return Number.isNaN(sum) ? undefined : sum;
}

function isAmong(value: Result, list: readonly Condition[]): Result {
  return typeof value === 'string' || typeof value === 'number' ? list.includes(value) : undefined;
}

function negated(value: Result): Result {
  return typeof value === 'boolean' ? !value : undefined;
}

/** Combines three-valued results: one side can decide alone. */
function joined(deciding: boolean, left: Result, right: Result): Result {
  if (left === deciding || right === deciding) return deciding;
  return left === !deciding && right === !deciding ? !deciding : undefined;
}

/** Korean gateways count bytes in EUC-KR: one for ASCII, two for anything else. */
function measured(text: Result, isInBytes: boolean): Result {
  if (typeof text !== 'string') return undefined;
  return Array.from(text).reduce((sum, character) => sum + (isInBytes && character > '\u007f' ? 2 : 1), 0);
}

function ofNumbers(operator: Condition, condition: readonly Condition[], object: unknown): Result {
  if (operator === 'count' || operator === 'sum' || operator === 'integral') {
    const values = valuesAt(object, condition.slice(1).map(String));
    if (values === undefined || operator === 'count') return values?.length;
    const numbers = values.filter((value) => typeof value === 'number');
    if (numbers.length < values.length) return undefined;
    if (operator === 'sum') return numbers.reduce((sum, number) => sum + number, 0);
    return numbers.length > 0 ? numbers.every((number) => Number.isInteger(number)) : undefined;
  }
  const [, left, right] = condition.map((operand) => evaluate(operand, object));
  return compared(String(operator), left, right);
}

function compared(operator: string, left: Result, right: Result): Result {
  if (operator === 'negative') return typeof left === 'number' ? -left : undefined;
  if (typeof left === 'number' && typeof right === 'number') return ofTwoNumbers(operator, left, right);
  if (left === undefined || typeof left !== typeof right || !/^[=!]=/.test(operator)) return undefined;
  return (left === right) === (operator === '==');
}

function ofTwoNumbers(operator: string, left: number, right: number): Result {
  const difference = left - right;
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return difference;
    case '==':
      return Math.abs(difference) < TOLERANCE;
    case '!=':
      return Math.abs(difference) >= TOLERANCE;
    case '<=':
      return difference < TOLERANCE;
    case '>=':
      return difference > -TOLERANCE;
    case '<':
      return difference <= -TOLERANCE;
    default:
      return difference >= TOLERANCE;
  }
}
