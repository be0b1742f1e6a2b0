import { isObject } from '../../../generate/schema.js';
import type { Expression, FunctionName, Operator, Path } from './expression.js';

/** A value of an expression; undefined where the object does not tell. */
type Result = string | number | boolean | undefined;

type ObjectValue = Readonly<Record<string, unknown>>;

/** Tells whether a condition holds for an object; undefined where the object does not tell. */
export type Test = (object: ObjectValue) => boolean | undefined;

/**
 * Makes a test of a condition. What is absent, null, or of another type than the condition needs makes it undecided
 * (`undefined`), not broken: such a value is the business of the schema.
 */
export function testOf(condition: Expression): Test {
  const evaluate = compile(condition);
  return (object) => {
    const result = evaluate(object);
    return typeof result === 'boolean' ? result : undefined;
  };
}

type Evaluator = (object: ObjectValue) => Result;

/** Looking at the expression once instead of for every object makes it several times quicker. */
function compile(expression: Expression): Evaluator {
  switch (expression.kind) {
    case 'literal':
      return () => expression.value;
    case 'path':
      return scalarAt(expression.path);
    case 'call':
      return call(expression.name, expression.path);
    case 'binary':
      return combination(expression.operator, compile(expression.left), compile(expression.right));
    default:
      return ofOne(expression, compile(expression.of));
  }
}

function ofOne(expression: Extract<Expression, { readonly of: Expression }>, inner: Evaluator): Evaluator {
  if (expression.kind === 'in')
    return (object) => {
      const value = inner(object);
      return typeof value === 'string' || typeof value === 'number' ? expression.list.includes(value) : undefined;
    };
  const isNegation = expression.kind === 'not';
  return (object) => {
    const value = inner(object);
    if (isNegation) return typeof value === 'boolean' ? !value : undefined;
    return typeof value === 'number' ? -value : undefined;
  };
}

/** What one side decides alone does not wait for the other. */
function combination(operator: Operator, leftOf: Evaluator, rightOf: Evaluator): Evaluator {
  if (operator !== 'and' && operator !== 'or') return (object) => combine(operator, leftOf(object), rightOf(object));
  const deciding = operator === 'or';
  return (object) => {
    const left = leftOf(object);
    if (left === deciding) return deciding;
    const right = rightOf(object);
    if (right === deciding) return deciding;
    return left === !deciding && right === !deciding ? !deciding : undefined;
  };
}

function combine(operator: string, left: Result, right: Result): Result {
  if (typeof left === 'number' && typeof right === 'number') return combineNumbers(operator, left, right);
  if (left === undefined || typeof left !== typeof right) return undefined;
  return operator === '==' ? left === right : operator === '!=' ? left !== right : undefined;
}

// Sums of amounts with decimals are never quite exact in binary: 14.2 + 0.1 is 14.299999999999999.
const TOLERANCE = 1e-6;

function combineNumbers(operator: string, left: number, right: number): Result {
  const difference = left - right;
  const isEqual = Math.abs(difference) < TOLERANCE;
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return difference;
    case '==':
      return isEqual;
    case '!=':
      return !isEqual;
    case '<=':
      return difference < 0 || isEqual;
    case '>=':
      return difference > 0 || isEqual;
    case '<':
      return difference < 0 && !isEqual;
    default:
      return difference > 0 && !isEqual;
  }
}

function scalarAt(path: Path): Evaluator {
  const [name = ''] = path;
  // The usual path is a single name.
  if (path.length === 1) return (object) => scalar(ownValue(object, name));
  return (object) => {
    const values = valuesAt(object, path);
    return values?.length === 1 ? scalar(values[0]) : undefined;
  };
}

function scalar(value: unknown): Result {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

function ownValue(object: ObjectValue, name: string): unknown {
  const value = object[name];
  return value !== undefined && Object.hasOwn(object, name) ? value : undefined;
}

function call(name: FunctionName, path: Path): Evaluator {
  const [first = ''] = path;
  if (name === 'has')
    return path.length === 1
      ? (object) => isThere(ownValue(object, first))
      : (object) => valuesAt(object, path)?.some(isThere) === true;
  return (object) => {
    const values = valuesAt(object, path);
    return values && ofAll(name, values);
  };
}

function ofAll(name: FunctionName, values: readonly unknown[]): Result {
  if (name === 'count') return values.length;
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length < values.length) return undefined;
  if (name === 'sum') return numbers.reduce((sum, number) => sum + number, 0);
  return numbers.length > 0 ? numbers.every((number) => Number.isInteger(number)) : undefined;
}

/** This API writes null, "" and 0 for "none", and leaves things out. */
function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== 0;
}

/** The values a path leads to; undefined when a name on the way is absent or null. */
function valuesAt(object: unknown, path: Path): readonly unknown[] | undefined {
  const values: unknown[] = [];
  return collect(object, { path, step: 0 }, values) ? values : undefined;
}

function collect(value: unknown, { path, step }: { path: Path; step: number }, values: unknown[]): boolean {
  const name = path[step];
  if (name === undefined) return values.push(value) > 0;
  const next = { path, step: step + 1 };
  if (name === '[]') return Array.isArray(value) && value.every((item: unknown) => collect(item, next, values));
  if (!isObject(value) || !Object.hasOwn(value, name) || value[name] === null) return false;
  return collect(value[name], next, values);
}
