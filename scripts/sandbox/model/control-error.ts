import { controlText } from './control-texts.js';
import type { ControlCode, ControlFact, ControlValues } from './control-values.js';

/** A command that the world does not allow, such as a deposit for a payment without a virtual account. */
export class ControlError<Code extends ControlCode = ControlCode> extends Error {
  override readonly name = 'ControlError';
  readonly code: Code;
  /** What `message` is made of, for texts in other languages. */
  readonly values: ControlValues[Code];

  constructor(code: Code, values: ControlValues[Code], options?: ErrorOptions) {
    super(textOf(code, values), options);
    this.code = code;
    this.values = values;
  }
}

/** The same, for a value of the wrong kind: callers in JavaScript expect a `TypeError`. */
export class ControlTypeError<Code extends ControlCode = ControlCode> extends TypeError {
  readonly code: Code;
  readonly values: ControlValues[Code];

  constructor(code: Code, values: ControlValues[Code]) {
    super(textOf(code, values));
    this.code = code;
    this.values = values;
  }
}

/** The same, for a value out of range. */
export class ControlRangeError<Code extends ControlCode = ControlCode> extends RangeError {
  readonly code: Code;
  readonly values: ControlValues[Code];

  constructor(code: Code, values: ControlValues[Code]) {
    super(textOf(code, values));
    this.code = code;
    this.values = values;
  }
}

/** Why something failed, as data. Errors of others have the code `other`, with their words. */
export function factOf(error: unknown): ControlFact {
  // Their constructors take a code with its own values.
  if (isCoded(error)) return { code: error.code, values: error.values } as ControlFact;
  return { code: 'other', values: { text: error instanceof Error ? error.message : String(error) } };
}

function isCoded(error: unknown): error is Error & ControlFact {
  return error instanceof ControlError || error instanceof ControlTypeError || error instanceof ControlRangeError;
}

function textOf<Code extends ControlCode>(code: Code, values: ControlValues[Code]): string {
  // The pair of a code and its own values.
  return controlText({ code, values } as ControlFact);
}
