/** A value of a condition; undefined if the request does not determine it. */
type Result = string | number | boolean | undefined;

// As in the toolkit: sums of decimals are not exact in binary.
const TOLERANCE = 1e-6;

/**
 * Evaluates a condition of the spec on an object: true, false, or undefined if a value is absent or has another type.
 * Removes the tokens of the condition from the front of `tokens`. The rules are those of `scripts/invariants/evaluate.ts`; a
 * test compares both.
 */
export function evaluate(tokens: string[], object: unknown): Result {
  const token = tokens.shift() ?? '';
  const [operator = '', operand] = [token[0], token.slice(1)];
  const next = (): Result => evaluate(tokens, object);
  const valuesNext = (): readonly unknown[] | undefined => valuesAt(object, pathOf(tokens.shift()));
  switch (operator) {
    case '"':
      return operand;
    case 't':
    case 'f':
      return operator === 't';
    case '@': {
      const list = Array.from({ length: Number(operand) }, next);
      const value = next();
      return typeof value === 'string' || typeof value === 'number' ? list.includes(value) : undefined;
    }
    case '/':
      return areMatching(valuesNext(), new RegExp(operand, 'u'));
    case '*':
      return sumOfProducts(valuesNext(), valuesNext());
    case '^': {
      const value = next();
      return typeof value === 'boolean' ? !value : undefined;
    }
    default:
      return READ.test(token)
        ? read(operator, object, pathOf(token))
        : /\d/.test(operator)
          ? Number(token)
          : joined(operator, next(), next());
  }
}

/** Tokens that read a path. */
const READ = /^[.?!%ilbn]/;

/** First steps of all paths that a condition reads, in their order. */
export function namesRead(tokens: readonly string[]): string[] {
  return tokens.filter((token) => READ.test(token)).map((token) => pathOf(token)[0] ?? '');
}

function pathOf(token = ''): string[] {
  return token.slice(1).split('.');
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

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Evaluates a token that reads a path. */
function read(operator: string, object: unknown, path: readonly string[]): Result {
  if (operator === '%') {
    const end = path.lastIndexOf('[]') + 1;
    return valuesAt(object, path.slice(0, end))?.every((item) => valuesAt(item, path.slice(end))?.every(isGiven));
  }
  const values = valuesAt(object, path);
  if (operator === '?') return values?.some(isGiven) === true;
  if (operator === '!') return values?.some((value) => isGiven(value) && value !== '' && value !== 0) === true;
  if (operator === 'n') return values?.length;
  if (operator === 'i') return areIntegral(values);
  const [value, another] = values ?? [];
  if (!/^(str|num|boo)/.test(typeof value) || another !== undefined) return undefined;
  // A string, number or boolean: checked just before.
  return operator === '.' ? (value as Result) : measured(value, operator === 'b');
}

function areIntegral(values: readonly unknown[] | undefined): Result {
  if (!values?.length || values.some((value) => typeof value !== 'number')) return undefined;
  return values.every((value) => Number.isInteger(value));
}

function areMatching(values: readonly unknown[] | undefined, pattern: RegExp): Result {
  if (!values?.length || values.some((value) => typeof value !== 'string')) return undefined;
  return values.every((value) => pattern.test(String(value)));
}

function sumOfProducts(left: readonly unknown[] | undefined, right: readonly unknown[] | undefined): Result {
  if (left?.length !== right?.length) return undefined;
  const sum = left?.reduce<number>((total, value, index) => total + Number(value) * Number(right?.[index]), 0);
  return Number.isNaN(sum) ? undefined : sum;
}

/** Korean gateways count bytes in EUC-KR: one for ASCII, two for anything else. */
function measured(text: unknown, isInBytes: boolean): Result {
  if (typeof text !== 'string') return undefined;
  return Array.from(isInBytes ? text.replace(/[^ -~]/gu, '--') : text).length;
}

/** Combines three-valued results: one side of `&` or `v` can decide alone. */
function joined(operator: string, left: Result, right: Result): Result {
  if (/[&v]/.test(operator)) {
    const deciding = operator === 'v';
    if (left === deciding || right === deciding) return deciding;
    return left === !deciding && right === !deciding ? !deciding : undefined;
  }
  if (typeof left === 'number' && typeof right === 'number') return ofTwoNumbers(operator, left, right);
  if (left === undefined || typeof left !== typeof right || !/[=#]/.test(operator)) return undefined;
  return (left === right) === (operator === '=');
}

function ofTwoNumbers(operator: string, left: number, right: number): Result {
  const difference = Math.abs(left - right) < TOLERANCE ? 0 : left - right;
  switch (operator) {
    case '<':
      return difference < 0;
    case '>':
      return difference > 0;
    case '{':
      return difference <= 0;
    case '}':
      return difference >= 0;
    default:
      return (difference === 0) === (operator === '=');
  }
}
