import type { Envelope } from './api-description.js';
import type { OperationRow } from './operation-row.js';
import { valueAt } from './pointer.js';

/** The values that expressions can refer to by `$name`. */
export interface Scope {
  readonly row: OperationRow;
  readonly envelope: Envelope | undefined;
  /** Input of the write. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly statusCode?: number | undefined;
  /** The data of the look-up, without the envelope. */
  readonly response?: unknown;
  /** The data of the look-up before the write. */
  readonly before?: unknown;
  readonly item?: unknown;
}

/**
 * Evaluates a condition: two values compared with `==` or `!=`. A value is a runtime expression of OpenAPI or a JSON
 * constant; `a ?? b` is `b` if `a` is absent, null or empty, and `a - b` is the difference of two numbers.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#runtime-expressions
 */
export function isMet(condition: string, scope: Scope): boolean {
  const [, left = '', operator, right = ''] = /^(.+?) (==|!=) (.+)$/.exec(condition) ?? [];
  const [one, other] = [valueOf(left, scope), valueOf(right, scope)];
  // Amounts are decimals: 14.2 - 4.1 is not 10.1.
  const isNear = typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) < 1e-6;
  return operator !== undefined && (isNear || one === other) === (operator === '==');
}

/** Evaluates an expression; `undefined` if its target does not exist. */
export function valueOf(expression: string, scope: Scope): unknown {
  for (const alternative of expression.split(' ?? ')) {
    const [first = '', ...others] = alternative.split(' - ');
    const value = others.reduce(
      (left, term) => Number(termOf(left, scope)) - Number(termOf(term, scope)),
      termOf(first, scope),
    );
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

function termOf(term: unknown, scope: Scope): unknown {
  if (typeof term !== 'string') return term;
  if (!term.startsWith('$')) return JSON.parse(term);
  const [, root, part, pointer = ''] = /^\$(\w+)(?:\.([\w.-]+))?(?:#(.*))?$/.exec(term.trim()) ?? [];
  switch (root) {
    case 'statusCode':
      return scope.statusCode;
    case 'item':
      return valueAt(scope.item, pointer);
    case 'request':
      return part === 'body' ? valueAt(bodyOf(scope), pointer) : fieldOf(part ?? '', scope);
    default:
      return valueAt(root === 'before' ? scope.before : scope.response, openPointer(pointer, scope));
  }
}

/** Removes the envelope from a pointer: pointers in the document include it, the data here does not. */
function openPointer(pointer: string, { envelope }: Scope): string {
  const data = `/${envelope?.data ?? ''}`;
  return envelope !== undefined && (pointer === data || pointer.startsWith(`${data}/`))
    ? pointer.slice(data.length)
    : pointer;
}

/** `path.name`, `query.name` or `header.name`: the input field with this place and wire name. */
function fieldOf(part: string, { row, input }: Scope): unknown {
  const name = part.slice(part.indexOf('.') + 1);
  const fields = { ...row.pathFields, ...row.queryFields, ...row.headerFields };
  const [key] = Object.entries(fields).find(([, wireName]) => wireName === name) ?? [];
  return key === undefined ? undefined : input[key];
}

function bodyOf({ row, input }: Scope): unknown {
  return row.body?.isWhole === true ? input.body : input;
}
