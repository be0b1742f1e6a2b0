import { operations, type OperationTypes } from 'iamport-kit';

import { ControlTypeError } from '../model/control-error.js';

/** What can go wrong on purpose. */
export type FaultKind =
  | 'reset-before'
  | 'reset-after-commit'
  | 'hang'
  | 'hang-after-commit'
  | 'slow'
  | '401'
  | '429'
  | '502-html'
  | '502-after-commit'
  | 'truncated'
  | 'decline';

/** All kinds, for messages and menus. */
export const FAULT_KINDS: readonly FaultKind[] = [
  'reset-before',
  'reset-after-commit',
  'hang',
  'hang-after-commit',
  'slow',
  '401',
  '429',
  '502-html',
  '502-after-commit',
  'truncated',
  'decline',
];

/** A fault that is injected into a later call. */
export interface Fault {
  /** Operation that it waits for; `*` for whichever comes next. */
  readonly operation: keyof OperationTypes | '*';
  readonly kind: FaultKind;
  /** How often it still strikes. */
  readonly times: number;
  /** Milliseconds of the sandbox's clock that a slow answer takes. */
  readonly ms: number;
  /** Text of the gateway, for `decline`. */
  readonly text: string | undefined;
}

/** A fault to inject. */
export interface FaultRequest {
  readonly operation?: Fault['operation'];
  readonly kind: FaultKind;
  readonly times?: number;
  readonly ms?: number;
  readonly text?: string;
}

const FIELDS = ['operation', 'kind', 'times', 'ms', 'text'];

/** Faults that wait. One that is never consumed shows in {@link Faults.pending}. */
export class Faults {
  #waiting: Fault[] = [];

  /**
   * Injects a fault into the next call of an operation.
   *
   * @throws {TypeError} for an unknown kind, operation or field, or a number that does not fit.
   */
  next({ operation = '*', kind, times = 1, ms = 1000, text, ...unknown }: FaultRequest): void {
    const [field] = Object.keys(unknown);
    if (field !== undefined) throw new ControlTypeError('unknown-fault-field', { name: field, known: FIELDS });
    if (operation !== '*' && !Object.hasOwn(operations, operation))
      throw new ControlTypeError('unknown-operation', { name: operation });
    checkCount('times', times, 1);
    checkCount('ms', ms, 0);
    if (!FAULT_KINDS.includes(kind)) throw new ControlTypeError('unknown-fault', { name: kind, known: FAULT_KINDS });
    this.#waiting.push({ operation, kind, times, ms, text });
  }

  /** What was arranged and has not struck yet. */
  pending(): readonly Fault[] {
    return [...this.#waiting];
  }

  /** Lets a fault wait again that a call did not consume, such as `decline` on a call that charges nothing. */
  giveBack(fault: Fault): void {
    this.#waiting.unshift({ ...fault, times: 1 });
  }

  /** Takes everything back. */
  clear(): void {
    this.#waiting = [];
  }

  /** Takes the fault for a call, if any, and decrements its count. */
  take(operation: keyof OperationTypes): Fault | undefined {
    const index = this.#waiting.findIndex((fault) => fault.operation === operation || fault.operation === '*');
    const fault = this.#waiting[index];
    if (fault === undefined) return undefined;
    const rest = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
    this.#waiting.splice(index, 1, ...rest);
    return fault;
  }
}

function checkCount(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least)
    throw new ControlTypeError('too-few', { name, least, given: JSON.stringify(value) });
}
