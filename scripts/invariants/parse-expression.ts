import { isUnicodeRegExp } from '../json/pattern.js';
import type { InvariantProblem } from '../messages/invariant-problem.js';
import {
  FUNCTION_NAMES,
  OPERATORS,
  type Expression,
  type FunctionName,
  type Operator,
  type Path,
} from './expression.js';

/** What parsing gives: an expression, or why the text is not one. */
export type Parsed =
  { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly problem: InvariantProblem };

// The text comes from a spec, which may come from anywhere: a readable condition never needs more.
const MAX_LENGTH = 500;
const MAX_DEPTH = 20;

/**
 * Parses a condition of `x-invariants`: names, literals, `sum`, `count`, `has`, `integral`, `+ -`, comparisons, `in`,
 * `not`, `and`, `or`, and brackets. The text is never run as code. Never throws.
 */
export function parseExpression(text: string): Parsed {
  if (text.length > MAX_LENGTH) return { ok: false, problem: ['too-long', { most: MAX_LENGTH }] };
  try {
    const tokens = tokenize(text);
    const reader: Reader = { tokens, next: 0, depth: 0 };
    const expression = readBinary(reader, 0);
    const rest = tokens[reader.next];
    if (rest !== undefined) return refuse('not-the-end', { token: rest });
    return { ok: true, expression };
  } catch (error) {
    if (error instanceof NoExpression) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** A text is not a condition. */
class NoExpression extends Error {
  readonly problem: InvariantProblem;

  constructor(problem: InvariantProblem) {
    super(problem[0]);
    this.problem = problem;
  }
}

function refuse(...problem: InvariantProblem): never {
  throw new NoExpression(problem);
}

interface Reader {
  readonly tokens: readonly string[];
  next: number;
  depth: number;
}

// Names that are not identifiers are written in back-ticks: `schedule-status`.
const NAME = '(?:[A-Za-z_$\\u0080-\\uffff][\\w$\\u0080-\\uffff]*|`[^`]+`)';
const TOKEN = `\\s*(${NAME}(?:\\[\\])?(?:\\.${NAME}(?:\\[\\])?)*|\\d+(?:\\.\\d+)?|"[^"]*"|'[^']*'|[=!<>]=|[-+<>()[\\],])`;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  const pattern = new RegExp(TOKEN, 'y');
  const length = text.trimEnd().length;
  while (pattern.lastIndex < length) {
    const from = pattern.lastIndex;
    const token = pattern.exec(text)?.[1];
    const stuck = text.slice(from).trim().slice(0, 10);
    if (token === undefined) return refuse('no-token', { token: stuck });
    tokens.push(token);
  }
  return tokens;
}

/** Operators by how tightly they bind. */
const LEVELS: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  OPERATORS.filter((operator) => /[=<>]/.test(operator)),
  ['+', '-'],
];

function readBinary(reader: Reader, level: number): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) return readOperand(reader);
  let left = level === 2 ? readNegation(reader) : readBinary(reader, level + 1);
  if (level === 2 && take(reader, 'in')) return { kind: 'in', of: left, list: readList(reader) };
  for (;;) {
    const operator = operators.find((each) => take(reader, each));
    if (operator === undefined) return left;
    left = { kind: 'binary', operator, left, right: readBinary(reader, level + 1) };
    // `a < b < c` is not allowed.
    if (level === 2) return left;
  }
}

function readNegation(reader: Reader): Expression {
  if (!take(reader, 'not')) return readBinary(reader, 3);
  return nested(reader, () => ({ kind: 'not', of: readBinary(reader, 2) }));
}

function readOperand(reader: Reader): Expression {
  if (take(reader, '-')) {
    const left: Expression = { kind: 'literal', value: 0 };
    return nested(reader, () => ({ kind: 'binary', operator: '-', left, right: readOperand(reader) }));
  }
  if (take(reader, '(')) {
    return nested(reader, () => {
      const inner = readBinary(reader, 0);
      demand(reader, ')');
      return inner;
    });
  }
  const token = takeAny(reader);
  const literal = literalOf(token);
  if (literal !== undefined) return { kind: 'literal', value: literal };
  const name = FUNCTION_NAMES.find((each) => each === token);
  if (name !== undefined && reader.tokens[reader.next] === '(') return readCall(reader, name);
  return { kind: 'path', path: pathOf(token) };
}

function readCall(reader: Reader, name: FunctionName): Expression {
  demand(reader, '(');
  const path = pathOf(takeAny(reader));
  const isPair = name === 'matches' || name === 'sumproduct';
  if (isPair) demand(reader, ',');
  const second = !isPair
    ? {}
    : name === 'matches'
      ? { pattern: readPattern(reader) }
      : { other: pathOf(takeAny(reader)) };
  demand(reader, ')');
  return { kind: 'call', name, path, ...second };
}

function readPattern(reader: Reader): string {
  const pattern = literalOf(takeAny(reader));
  if (typeof pattern !== 'string' || !isUnicodeRegExp(pattern)) return refuse('no-pattern');
  return pattern;
}

function readList(reader: Reader): (string | number)[] {
  demand(reader, '[');
  const list: (string | number)[] = [];
  do {
    const literal = literalOf(takeAny(reader));
    if (typeof literal !== 'string' && typeof literal !== 'number') return refuse('no-literals');
    list.push(literal);
  } while (take(reader, ','));
  demand(reader, ']');
  return list;
}

function literalOf(token: string): string | number | boolean | undefined {
  if (/^\d/.test(token)) return Number(token);
  if (/^["']/.test(token)) return token.slice(1, -1);
  return token === 'true' ? true : token === 'false' ? false : undefined;
}

const RESERVED = ['or', 'and', 'not', 'in', 'true', 'false'];

function pathOf(token: string): Path {
  if (!/^[A-Za-z_$`\u0080-\uffff]/.test(token) || RESERVED.includes(token)) return refuse('no-name', { token });
  return [...token.matchAll(/`([^`]+)`|(\[\])|([^.`[\]]+)/g)].map(
    ([, quoted, items, name]) => quoted ?? items ?? name ?? '',
  );
}

function take(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.next] !== token) return false;
  reader.next += 1;
  return true;
}

function takeAny(reader: Reader): string {
  const token = reader.tokens[reader.next];
  if (token === undefined) return refuse('ends-early');
  reader.next += 1;
  return token;
}

function demand(reader: Reader, token: string): void {
  if (!take(reader, token)) refuse('lacks', { token, before: reader.tokens[reader.next] });
}

function nested(reader: Reader, read: () => Expression): Expression {
  reader.depth += 1;
  if (reader.depth > MAX_DEPTH) refuse('too-deep', { most: MAX_DEPTH });
  const expression = read();
  reader.depth -= 1;
  return expression;
}
