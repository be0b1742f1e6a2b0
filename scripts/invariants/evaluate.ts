import { matches } from '../json/pattern.js';
import { isObject } from '../json/schema.js';
import type { Expression, Operator, Path } from './expression.js';

/** A value of an expression; undefined where the object does not decide it. */
type Result = string | number | boolean | undefined;

type ObjectValue = Readonly<Record<string, unknown>>;

/** Whether a condition holds for an object; undefined where the object does not decide it. */
export type Test = (object: ObjectValue) => boolean | undefined;

/**
 * Makes a test of a condition. What is absent, null, or of another type than the condition needs makes it undecided
 * (`undefined`), not broken: the schema reports such values.
 */
export function testOf(condition: Expression): Test {
  const read = compiled(condition);
  return (object) => {
    const result = read(object);
    return typeof result === 'boolean' ? result : undefined;
  };
}

type Read = (object: ObjectValue) => Result;

/** A condition is read once, and evaluated for every object. */
function compiled(expression: Expression): Read {
  switch (expression.kind) {
    case 'literal':
      return () => expression.value;
    case 'path':
      return scalar(expression.path);
    case 'call':
      return called(expression);
    case 'in': {
      const read = compiled(expression.of);
      return (object) => {
        const value = read(object);
        return typeof value === 'string' || typeof value === 'number' ? expression.list.includes(value) : undefined;
      };
    }
    case 'not': {
      const read = compiled(expression.of);
      return (object) => {
        const value = read(object);
        return typeof value === 'boolean' ? !value : undefined;
      };
    }
    case 'binary':
      return combination(expression);
  }
}

type Binary = Extract<Expression, { readonly kind: 'binary' }>;

function combination({ operator, left, right }: Binary): Read {
  const [first, second] = [compiled(left), compiled(right)];
  if (operator === 'and' || operator === 'or') return junction(operator, first, second);
  const compare = ARITHMETIC[operator];
  const isEquation = operator === '==' || operator === '!=';
  return (object) => {
    const one = first(object);
    const other = one === undefined ? undefined : second(object);
    if (typeof one === 'number' && typeof other === 'number') return compare(one, other);
    if (!isEquation || one === undefined || typeof one !== typeof other) return undefined;
    return (one === other) === (operator === '==');
  };
}

function junction(operator: 'and' | 'or', first: Read, second: Read): Read {
  const deciding = operator === 'or';
  return (object) => {
    const one = first(object);
    // What one side decides alone does not wait for the other.
    if (one === deciding) return deciding;
    const other = second(object);
    if (other === deciding) return deciding;
    return one === !deciding && other === !deciding ? !deciding : undefined;
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

function scalar(path: Path): Read {
  const read = readerOf(path);
  return (object) => {
    const value = read(object);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
  };
}

type Call = Extract<Expression, { readonly kind: 'call' }>;

/** Which function it is, and what kind of path it reads, is known before the objects are. */
function called(expression: Call): Read {
  const { name, path, other = [] } = expression;
  if (name === 'has' || name === 'given') {
    const fits = name === 'has' ? isThere : isGiven;
    const read = readerOf(path);
    if (!path.includes('[]')) return (object) => fits(read(object));
    return (object) => valuesAt(path, object)?.some(fits) === true;
  }
  if (name === 'every') return (object) => everyItem(path, object);
  if (name === 'sumproduct') return (object) => sumOfProducts(valuesAt(path, object), valuesAt(other, object));
  const evaluate = OF_VALUES[name];
  return (object) => {
    const values = valuesAt(path, object);
    return values && evaluate(values, expression);
  };
}

type OfValues = (values: readonly unknown[], expression: Call) => Result;

/** The functions that see nothing but the values of their path, and a pattern. */
const OF_VALUES: Readonly<Record<Exclude<Call['name'], 'has' | 'given' | 'every' | 'sumproduct'>, OfValues>> = {
  count: (values) => values.length,
  sum: (values) => (values.every(isNumber) ? values.reduce((sum, number) => sum + number, 0) : undefined),
  integral: (values) => (values.length > 0 && values.every(isNumber) ? values.every(isWhole) : undefined),
  matches: (values, { pattern = '' }) =>
    values.length > 0 && values.every(isText) ? values.every((text) => matches(pattern, text)) : undefined,
  length: ofText((text) => Array.from(text).length),
  bytes: ofText(bytesOf),
};

function ofText(measure: (text: string) => number): OfValues {
  return ([text, ...others]) => (typeof text === 'string' && others.length === 0 ? measure(text) : undefined);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isWhole(value: number): boolean {
  return Number.isInteger(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function everyItem(path: Path, object: ObjectValue): boolean | undefined {
  const end = path.lastIndexOf('[]') + 1;
  return valuesAt(path.slice(0, end), object)?.every((item) => valuesAt(path, item, end)?.every(isGiven) === true);
}

function sumOfProducts(values?: readonly unknown[], others?: readonly unknown[]): number | undefined {
  if (values === undefined || values.length !== others?.length) return undefined;
  const sum = values.reduce((total: number, value, index) => total + Number(value) * Number(others[index]), 0);
  return Number.isNaN(sum) ? undefined : sum;
}

/** Korean gateways count in EUC-KR: one byte for ASCII, two for all others. */
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

/** Reads the value that a path leads to: undefined where a name on the way is absent or null, or a list has not exactly one. */
function readerOf(path: Path): (object: ObjectValue) => unknown {
  const [name = '', ...rest] = path;
  // The usual path, without a list.
  if (rest.length === 0 && name !== '[]')
    return (object) => (Object.hasOwn(object, name) ? (object[name] ?? undefined) : undefined);
  return (object) => {
    const values = valuesAt(path, object);
    return values?.length === 1 ? values[0] : undefined;
  };
}

/** The values a path leads to from one of its names on; undefined when a name on the way is absent or null. */
function valuesAt(path: Path, value: unknown, from = 0): readonly unknown[] | undefined {
  let current = value;
  for (let at = from; at < path.length; at += 1) {
    const name = path[at] ?? '';
    if (name === '[]') return Array.isArray(current) ? itemsAt(path, current, at + 1) : undefined;
    if (!isObject(current) || !Object.hasOwn(current, name) || current[name] === null) return undefined;
    current = current[name];
  }
  return [current];
}

function itemsAt(path: Path, items: readonly unknown[], from: number): readonly unknown[] | undefined {
  const found: unknown[] = [];
  for (const item of items) {
    const values = valuesAt(path, item, from);
    if (values === undefined) return undefined;
    for (const value of values) found.push(value);
  }
  return found;
}
