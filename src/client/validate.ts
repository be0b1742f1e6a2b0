import type { ValidateMode } from './client-options.js';
import { IamportError, type InputIssue } from './errors.js';
import type { Emit } from './events.js';
import type { InputVerdict, LoadCheck, OperationRow } from './operation-row.js';

/** What is compared with the spec, and how strictly. */
export interface Validation {
  readonly operationId: string;
  readonly row: OperationRow;
  readonly mode: ValidateMode;
  readonly emit: Emit;
}

type Check = (value: unknown) => InputVerdict;

/** What the loaders gave: importing a module again costs more than validating most answers. */
const LOADED = new WeakMap<LoadCheck, Check>();

function loadCheck(load: LoadCheck): Check | Promise<Check> {
  const known = LOADED.get(load);
  if (known !== undefined) return known;
  return load().then((check) => {
    LOADED.set(load, check);
    return check;
  });
}

/**
 * Compares an input with the spec. It gives a promise only where the validator must be loaded first.
 *
 * @throws {IamportError} `kind: 'input'` in mode `'throw'`, and in every mode when it is not an object.
 */
export function checkInput(input: unknown, validation: Validation): Fields | Promise<Fields> {
  const { row, mode } = validation;
  if (mode === 'off') return acceptInput(input, { ok: true }, validation);
  const check = loadCheck(row.checkInput);
  if (typeof check === 'function') return acceptInput(input, check(input), validation);
  return check.then((loaded) => acceptInput(input, loaded(input), validation));
}

type Fields = Readonly<Record<string, unknown>>;

function acceptInput(input: unknown, verdict: InputVerdict, { operationId, mode, emit }: Validation): Fields {
  if (!verdict.ok && mode === 'throw') {
    throw refuseInput(operationId, describe(verdict.issues, input), verdict.issues);
  }
  if (!verdict.ok) reportDrift(verdict.issues, emit, { operationId, side: 'request' });
  if (typeof input !== 'object' || input === null) throw refuseInput(operationId, 'the input is not an object', []);
  // An object; its fields are whatever the validator let pass.
  return input as Fields;
}

/**
 * Compares a whole answer with the spec. It gives a promise only where the validator must be loaded first.
 *
 * @throws {IamportError} `kind: 'validation'` in mode `'throw'`: the server has done what it should all the same.
 */
export function checkAnswer(answer: unknown, httpStatus: number, validation: Validation): Promise<void> | undefined {
  const { row, mode } = validation;
  const load = mode === 'off' ? undefined : row.checkResponse?.[String(httpStatus)];
  if (load === undefined) return undefined;
  const check = loadCheck(load);
  if (typeof check !== 'function') {
    return check.then((loaded) => {
      acceptAnswer(loaded(answer), httpStatus, validation);
    });
  }
  acceptAnswer(check(answer), httpStatus, validation);
  return undefined;
}

function acceptAnswer(verdict: InputVerdict, httpStatus: number, { operationId, mode, emit }: Validation): void {
  if (verdict.ok) return;
  if (mode === 'warn') {
    reportDrift(verdict.issues, emit, { operationId, side: 'response' });
    return;
  }
  const { issues } = verdict;
  const words = `${operationId}: the answer differs from the spec: ${describe(issues, undefined)}`;
  throw new IamportError('validation', words, { operationId, httpStatus, sent: 'yes', issues });
}

/** An error for an input that was refused before anything was sent. */
export function refuseInput(operationId: string, why: string, issues: readonly InputIssue[]): IamportError {
  return new IamportError('input', `${operationId} was not sent: ${why}`, { operationId, issues, sent: 'no' });
}

function reportDrift(
  issues: readonly InputIssue[],
  emit: Emit,
  where: { operationId: string; side: 'request' | 'response' },
): void {
  for (const { pointer, keyword } of issues) emit({ type: 'drift', ...where, pointer, keyword });
}

function describe(issues: readonly InputIssue[], input: unknown): string {
  return issues
    .map(({ pointer, keyword, message }) => {
      const found = keyword === 'type' ? typeAt(input, pointer) : undefined;
      return `${pointer === '' ? 'the input' : pointer} ${message}${found === undefined ? '' : `, not ${found}`}`;
    })
    .join('; ');
}

/** The type of what stands at a JSON Pointer, in words. */
function typeAt(input: unknown, pointer: string): string | undefined {
  const value = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    // Properties of whatever stands there; the validator has just found a value at the end.
    .reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | null | undefined)?.[key], input);
  if (value === undefined) return undefined;
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
