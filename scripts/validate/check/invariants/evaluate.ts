import { isObject } from '../../../generate/schema.js';
import type { Expression, FunctionName, Path } from './expression.js';

/** A value of an expression; undefined where the object does not tell. */
type Result = string | number | boolean | undefined;

/**
 * Tells whether a condition holds for an object. What is absent, null, or of another type than the condition needs makes it
 * undecided (`undefined`), not broken: such a value is the business of the schema.
 */
export function holds(condition: Expression, object: Readonly<Record<string, unknown>>): boolean | undefined {
  const result = evaluate(condition, object);
  return typeof result === 'boolean' ? result : undefined;
}

function evaluate(expression: Expression, object: Readonly<Record<string, unknown>>): Result {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'path':
      return scalarAt(object, expression.path);
    case 'call':
      return call(expression.name, expression.path, object);
    case 'not': {
      const inner = evaluate(expression.of, object);
      return typeof inner === 'boolean' ? !inner : undefined;
    }
    case 'negative': {
      const inner = evaluate(expression.of, object);
      return typeof inner === 'number' ? -inner : undefined;
    }
    case 'in': {
      const { list } = expression;
      const inner = evaluate(expression.of, object);
      return typeof inner === 'string' || typeof inner === 'number' ? list.includes(inner) : undefined;
    }
    case 'binary': {
      const [left, right] = [evaluate(expression.left, object), evaluate(expression.right, object)];
      return combine(expression.operator, left, right);
    }
  }
}

function combine(operator: string, left: Result, right: Result): Result {
  // What one side decides alone does not wait for the other.
  if (operator === 'and')
    return left === false || right === false ? false : left === true && right === true ? true : undefined;
  if (operator === 'or')
    return left === true || right === true ? true : left === false && right === false ? false : undefined;
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

function scalarAt(object: Readonly<Record<string, unknown>>, path: Path): Result {
  const [name = ''] = path;
  // The usual path is a single name.
  const [value, ...more] = path.length === 1 ? [ownValue(object, name)] : (valuesAt(object, path) ?? []);
  if (more.length > 0) return undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

function ownValue(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function call(name: FunctionName, path: Path, object: Readonly<Record<string, unknown>>): Result {
  const [first = ''] = path;
  if (name === 'has')
    return path.length === 1 ? isThere(ownValue(object, first)) : valuesAt(object, path)?.some(isThere) === true;
  const values = valuesAt(object, path);
  if (values === undefined) return undefined;
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
