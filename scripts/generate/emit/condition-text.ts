import type { Expression, FunctionName, Operator, Path } from '../../invariants/expression.js';

const OPERATORS: Readonly<Partial<Record<Operator, string>>> = {
  and: '&',
  or: 'v',
  '==': '=',
  '!=': '#',
  '<': '<',
  '>': '>',
  '<=': '{',
  '>=': '}',
};

/** Functions of one path. */
const READS: Readonly<Partial<Record<FunctionName, string>>> = {
  given: '?',
  has: '!',
  every: '%',
  integral: 'i',
  length: 'l',
  bytes: 'b',
  count: 'n',
};

/** Whether a page can decide a condition. It does no sums: `validate` does. */
export function isForPages(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
    case 'path':
      return true;
    case 'call':
      return expression.name !== 'sum';
    case 'binary':
      return (
        OPERATORS[expression.operator] !== undefined && isForPages(expression.left) && isForPages(expression.right)
      );
    default:
      return isForPages(expression.of);
  }
}

/** A condition in prefix notation, as `src/browser/conditions.ts` reads it: tokens, separated by blanks. */
export function conditionText(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return literalToken(expression.value);
    case 'path':
      return `.${pathText(expression.path)}`;
    case 'call':
      return callText(expression);
    case 'not':
      return `^ ${conditionText(expression.of)}`;
    case 'in':
      return [`@${expression.list.length}`, ...expression.list.map(literalToken), conditionText(expression.of)].join(
        ' ',
      );
    case 'binary':
      return [
        OPERATORS[expression.operator] ?? '',
        conditionText(expression.left),
        conditionText(expression.right),
      ].join(' ');
  }
}

function callText({ name, path, pattern = '', other = [] }: Extract<Expression, { kind: 'call' }>): string {
  if (name === 'matches') return `/${token(pattern)} .${pathText(path)}`;
  if (name === 'sumproduct') return `* .${pathText(path)} .${pathText(other)}`;
  return `${READS[name] ?? '.'}${pathText(path)}`;
}

function pathText(path: Path): string {
  return token(path.join('.'));
}

function literalToken(value: string | number | boolean): string {
  if (typeof value === 'string') return `"${token(value)}`;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return String(value);
}

function token(text: string): string {
  return text.replaceAll(' ', '␠');
}
