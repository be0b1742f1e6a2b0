import { isObject } from '../json/schema.js';
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
      return call(expression);
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

function combination(operator: Operator, leftOf: Evaluator, rightOf: Evaluator): Evaluator {
  if (operator === 'and' || operator === 'or') return junction(operator === 'or', leftOf, rightOf);
  const ofNumbers = ARITHMETIC[operator];
  const isEquation = operator === '==' || operator === '!=';
  return (object) => {
    const left = leftOf(object);
    const right = left === undefined ? undefined : rightOf(object);
    if (typeof left === 'number' && typeof right === 'number') return ofNumbers(left, right);
    if (!isEquation || left === undefined || typeof left !== typeof right) return undefined;
    return (left === right) === (operator === '==');
  };
}

/** What one side decides alone does not wait for the other. */
function junction(deciding: boolean, leftOf: Evaluator, rightOf: Evaluator): Evaluator {
  return (object) => {
    const left = leftOf(object);
    if (left === deciding) return deciding;
    const right = rightOf(object);
    if (right === deciding) return deciding;
    return left === !deciding && right === !deciding ? !deciding : undefined;
  };
}

// Sums of amounts with decimals are never quite exact in binary: 14.2 + 0.1 is 14.299999999999999.
const TOLERANCE = 1e-6;

const ARITHMETIC: Readonly<Record<Exclude<Operator, 'and' | 'or'>, (left: number, right: number) => number | boolean>> =
  {
    '+': (left, right) => left + right,
    '-': (left, right) => left - right,
    '==': (left, right) => Math.abs(left - right) < TOLERANCE,
    '!=': (left, right) => !(Math.abs(left - right) < TOLERANCE),
    '<=': (left, right) => left - right < TOLERANCE,
    '>=': (left, right) => left - right > -TOLERANCE,
    '<': (left, right) => left - right <= -TOLERANCE,
    '>': (left, right) => left - right >= TOLERANCE,
  };

function scalarAt(path: Path): Evaluator {
  const [name = ''] = path;
  // The usual path is a single name.
  if (path.length === 1) {
    const read = readerOf(name);
    return (object) => scalar(read(object));
  }
  const valuesAt = valuesOf(path);
  return (object) => {
    const values = valuesAt(object);
    return values?.length === 1 ? scalar(values[0]) : undefined;
  };
}

function scalar(value: unknown): Result {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** Reads a property. What every object inherits has to be told from what one has itself. */
function readerOf(name: string): (object: ObjectValue) => unknown {
  if (name in Object.prototype) return (object) => (Object.hasOwn(object, name) ? object[name] : undefined);
  return (object) => object[name];
}

function call({ name, path, pattern, other = [] }: Extract<Expression, { readonly kind: 'call' }>): Evaluator {
  const isWanted = name === 'has' ? isThere : isGiven;
  switch (name) {
    case 'has':
    case 'given':
      return presence(path, isWanted);
    case 'every':
      return everyItem(path);
    case 'matches':
      return ofTexts(path, new RegExp(pattern ?? '', 'u'));
    case 'length':
    case 'bytes':
      return ofText(path, name === 'length' ? (text) => Array.from(text).length : bytesOf);
    case 'sumproduct':
      return sumOfProducts(valuesOf(path), valuesOf(other));
    default:
      return ofNumbers(name, valuesOf(path));
  }
}

function presence(path: Path, isWanted: (value: unknown) => boolean): Evaluator {
  const [first = ''] = path;
  if (path.length === 1) {
    const read = readerOf(first);
    return (object) => isWanted(read(object));
  }
  const valuesAt = valuesOf(path);
  return (object) => valuesAt(object)?.some(isWanted) === true;
}

function everyItem(path: Path): Evaluator {
  const end = path.lastIndexOf('[]') + 1;
  const itemsAt = valuesOf(path.slice(0, end));
  const valuesAt = valuesOf(path.slice(end));
  return (object) => itemsAt(object)?.every((item) => isObject(item) && valuesAt(item)?.every(isGiven) === true);
}

function ofText(path: Path, measure: (text: string) => number): Evaluator {
  const scalarOf = scalarAt(path);
  return (object) => {
    const value = scalarOf(object);
    return typeof value === 'string' ? measure(value) : undefined;
  };
}

function ofTexts(path: Path, pattern: RegExp): Evaluator {
  const valuesAt = valuesOf(path);
  return (object) => {
    const values = valuesAt(object);
    const texts = values?.filter((value) => typeof value === 'string');
    return texts === undefined || texts.length === 0 || texts.length < (values?.length ?? 0)
      ? undefined
      : texts.every((text) => pattern.test(text));
  };
}

function sumOfProducts(leftOf: ValuesAt, rightOf: ValuesAt): Evaluator {
  return (object) => {
    const left = leftOf(object)?.map(Number);
    const right = rightOf(object)?.map(Number);
    if (left === undefined || right === undefined || left.length !== right.length) return undefined;
    const sum = left.reduce((total, value, index) => total + value * (right[index] ?? 0), 0);
    return Number.isNaN(sum) ? undefined : sum;
  };
}

function ofNumbers(name: FunctionName, valuesAt: ValuesAt): Evaluator {
  return (object) => {
    const values = valuesAt(object);
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

/** Korean gateways count in EUC-KR: one byte for ASCII, two for anything else. */
function bytesOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character > '\u007f' ? 2 : 1), 0);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** This API writes null, "" and 0 for "none", and leaves things out. */
function isThere(value: unknown): boolean {
  return isGiven(value) && value !== '' && value !== 0;
}

/** Gives the values a path leads to; undefined when a name on the way is absent or null. */
type ValuesAt = (object: ObjectValue) => readonly unknown[] | undefined;

function valuesOf(path: Path): ValuesAt {
  const collect = collectorOf(path);
  return (object) => {
    const values: unknown[] = [];
    return collect(object, values) ? values : undefined;
  };
}

type Collector = (value: unknown, values: unknown[]) => boolean;

function collectorOf([name, ...rest]: Path): Collector {
  if (name === undefined) return (value, values) => values.push(value) > 0;
  const collect = collectorOf(rest);
  if (name === '[]')
    return (value, values) => Array.isArray(value) && value.every((item: unknown) => collect(item, values));
  return (value, values) => {
    if (!isObject(value) || !Object.hasOwn(value, name) || value[name] === null) return false;
    return collect(value[name], values);
  };
}
