import type { ValidateMode } from './client-options.js';
import { IamportError, type InputIssue } from './errors.js';
import type { Emit } from './events.js';
import type { OperationRow } from './operation-row.js';

/** What is held against the spec, and how strictly. */
export interface Validation {
  readonly operationId: string;
  readonly row: OperationRow;
  readonly mode: ValidateMode;
  readonly emit: Emit;
}

/**
 * Holds an input against the spec.
 *
 * @throws {IamportError} `kind: 'input'` in mode `'throw'`, and in every mode when it is no object.
 */
export async function checkInput(
  input: unknown,
  { operationId, row, mode, emit }: Validation,
): Promise<Readonly<Record<string, unknown>>> {
  const verdict = mode === 'off' ? { ok: true as const } : (await row.checkInput())(input);
  if (!verdict.ok && mode === 'throw') throw refuseInput(operationId, describe(verdict.issues), verdict.issues);
  if (!verdict.ok) tellDrift(verdict.issues, emit, { operationId, side: 'request' });
  if (typeof input !== 'object' || input === null) throw refuseInput(operationId, 'the input is not an object', []);
  // An object; its fields are whatever the validator let pass.
  return input as Readonly<Record<string, unknown>>;
}

/**
 * Holds a whole answer against the spec.
 *
 * @throws {IamportError} `kind: 'validation'` in mode `'throw'`: the server has done what it was asked for all the same.
 */
export async function checkAnswer(answer: unknown, httpStatus: number, validation: Validation): Promise<void> {
  const { operationId, row, mode, emit } = validation;
  const load = row.checkResponse?.[String(httpStatus)];
  if (mode === 'off' || load === undefined) return;
  const verdict = (await load())(answer);
  if (verdict.ok) return;
  if (mode === 'warn') {
    tellDrift(verdict.issues, emit, { operationId, side: 'response' });
    return;
  }
  throw new IamportError(
    'validation',
    `${operationId}: the answer differs from the spec: ${describe(verdict.issues)}`,
    {
      operationId,
      httpStatus,
      sent: 'yes',
      issues: verdict.issues,
    },
  );
}

/** An error for an input that was refused before anything was sent. */
export function refuseInput(operationId: string, why: string, issues: readonly InputIssue[]): IamportError {
  return new IamportError('input', `${operationId} was not sent: ${why}`, { operationId, issues, sent: 'no' });
}

function tellDrift(
  issues: readonly InputIssue[],
  emit: Emit,
  where: { operationId: string; side: 'request' | 'response' },
): void {
  for (const { pointer, keyword } of issues) emit({ type: 'drift', ...where, pointer, keyword });
}

function describe(issues: readonly InputIssue[]): string {
  return issues.map(({ pointer, message }) => `${pointer === '' ? 'the input' : pointer} ${message}`).join('; ');
}
