/** A path to values inside an object: names, and `[]` for every item of an array. */
export type Path = readonly string[];

/** A condition of `x-invariants`, parsed. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'path'; readonly path: Path }
  | {
      readonly kind: 'call';
      readonly name: FunctionName;
      readonly path: Path;
      readonly pattern?: string;
      readonly other?: Path;
    }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'in'; readonly of: Expression; readonly list: readonly (string | number)[] }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression };

/** Operators between two operands. */
export type Operator = (typeof OPERATORS)[number];

/** The operators between two operands, loosest first. */
export const OPERATORS = ['or', 'and', '==', '!=', '<=', '>=', '<', '>', '+', '-'] as const;

/** Functions of a path. */
export type FunctionName = (typeof FUNCTION_NAMES)[number];

/**
 * `sum` of all values, `count` of them; `has`: there is anything but null, `""` and 0; `given`: anything but null;
 * `every`: each item of the list has it; `integral`: all are whole numbers; `length`: characters of a text; `bytes`: its
 * bytes in EUC-KR; `matches`: all fit a regular expression; `sumproduct`: the sum of the products of two lists.
 */
export const FUNCTION_NAMES = [
  ...(['sum', 'count', 'has', 'given', 'every', 'integral', 'length', 'bytes', 'matches', 'sumproduct'] as const),
] as const;

/** Every path an expression reads, in the order they are written. */
export function pathsIn(expression: Expression): Path[] {
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'path':
      return [expression.path];
    case 'call':
      return expression.other === undefined ? [expression.path] : [expression.path, expression.other];
    case 'binary':
      return [...pathsIn(expression.left), ...pathsIn(expression.right)];
    default:
      return pathsIn(expression.of);
  }
}
