import type { Expression } from '../../invariants/expression.js';

/** A condition as data: literals as they are, a path behind `.`, everything else behind its operator or function. */
export function conditionData(expression: Expression): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'path':
      return ['.', ...expression.path];
    case 'call': {
      const { name, path, pattern, other } = expression;
      if (other !== undefined) return [name, path, other];
      return [name, ...(pattern === undefined ? [] : [pattern]), ...path];
    }
    case 'not':
    case 'negative':
      return [expression.kind, conditionData(expression.of)];
    case 'in':
      return ['in', conditionData(expression.of), ...expression.list];
    case 'binary':
      return [expression.operator, conditionData(expression.left), conditionData(expression.right)];
  }
}
