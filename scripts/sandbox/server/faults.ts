import type { OperationTypes } from 'iamport-kit';

/** What can go wrong on purpose. */
export type FaultKind =
  'reset-before' | 'reset-after-commit' | 'hang' | 'slow' | '401' | '429' | '502-html' | 'truncated' | 'decline';

/** All kinds, for messages and menus. */
export const FAULT_KINDS: readonly FaultKind[] = [
  'reset-before',
  'reset-after-commit',
  'hang',
  'slow',
  '401',
  '429',
  '502-html',
  'truncated',
  'decline',
];

/** A fault that waits for its call. */
export interface Fault {
  /** Operation that it waits for; `*` for whichever comes next. */
  readonly operation: keyof OperationTypes | '*';
  readonly kind: FaultKind;
  /** How often it still strikes. */
  readonly times: number;
  /** Milliseconds that a slow answer takes. */
  readonly ms: number;
  /** Text of the gateway, for `decline`. */
  readonly text: string | undefined;
}

/** A fault to be arranged. */
export interface FaultRequest {
  readonly operation?: Fault['operation'];
  readonly kind: FaultKind;
  readonly times?: number;
  readonly ms?: number;
  readonly text?: string;
}

/** Faults that wait. One that is never consumed shows in {@link Faults.pending}. */
export class Faults {
  #waiting: Fault[] = [];

  /**
   * Arranges a fault for the next call of an operation.
   *
   * @throws {TypeError} for a kind that there is not.
   */
  next({ operation = '*', kind, times = 1, ms = 1000, text }: FaultRequest): void {
    if (!FAULT_KINDS.includes(kind))
      throw new TypeError(`there is no fault ${kind}; there is ${FAULT_KINDS.join(', ')}`);
    this.#waiting.push({ operation, kind, times, ms, text });
  }

  /** What was arranged and has not struck yet. */
  pending(): readonly Fault[] {
    return [...this.#waiting];
  }

  /** Takes everything back. */
  clear(): void {
    this.#waiting = [];
  }

  /** The fault of a call, if one waits for it. It strikes once less from now on. */
  take(operation: keyof OperationTypes): Fault | undefined {
    const index = this.#waiting.findIndex((fault) => fault.operation === operation || fault.operation === '*');
    const fault = this.#waiting[index];
    if (fault === undefined) return undefined;
    const rest = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
    this.#waiting.splice(index, 1, ...rest);
    return fault;
  }
}
