import type { ValidateMode } from './client-options.js';
import { IamportError, type InputIssue } from './errors.js';
import type { Emit } from './events.js';
import type { InputVerdict, LoadCheck, OperationRow } from './operation-row.js';
import { valueAt } from './pointer.js';

/** How strictly to validate inputs and responses. */
export interface Validation {
  readonly operationId: string;
  readonly row: OperationRow;
  readonly mode: ValidateMode;
  readonly emit: Emit;
}

type Check = (value: unknown) => InputVerdict;

/** Loaded validators: importing a module again costs more than validating most responses. */
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
 * Validates an input against the spec. Returns a promise only if the validator must be loaded first.
 *
 * @throws {IamportError} `kind: 'input'` in mode `'throw'`, and in every mode if it is not an object.
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
  // An object; the validator has checked its fields.
  return input as Fields;
}

/**
 * Validates a whole response against the spec. Returns a promise only if the validator must be loaded first.
 *
 * @throws {IamportError} `kind: 'validation'` in mode `'throw'`. The server has performed the operation nevertheless.
 */
export function checkAnswer(answer: unknown, httpStatus: number, validation: Validation): Promise<void> | undefined {
  const { row, mode } = validation;
  const load = mode === 'off' ? undefined : row.checkResponse?.[httpStatus];
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
  const words = `${operationId}: the response does not match the spec: ${describe(issues, undefined)}`;
  throw new IamportError('validation', words, { operationId, httpStatus, sent: 'yes', issues });
}

/** Creates the error for an input that was rejected before anything was sent. */
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

/** Names the type of the value at a JSON Pointer. */
function typeAt(input: unknown, pointer: string): string | undefined {
  const value = valueAt(input, pointer);
  if (value === undefined) return undefined;
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
