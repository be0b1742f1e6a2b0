import { REFUSALS, type RefusalCode } from './refusals.js';

/** An answer of the API: HTTP status and envelope. */
export interface Reply<Value = unknown> {
  readonly status: number;
  readonly code: number;
  readonly message: string | null;
  readonly response: Value | null;
  /** Row of the refusal table, or null when the call succeeded. */
  readonly refusal: RefusalCode | null;
  /** Only `releaseKcpQuickFido` has it. */
  readonly error?: Readonly<Record<string, string>>;
}

/** A success. */
export function answer<Value>(response: Value, status = 200): Reply<Value> {
  return { status, code: 0, message: null, response, refusal: null };
}

/** Thrown inside the model where the service would refuse. The command then changes nothing. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly reply: Reply<never>;

  constructor(refusal: RefusalCode, values: Readonly<Record<string, string>> = {}) {
    const { status, code, message } = REFUSALS[refusal];
    const text = message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
    super(text);
    this.reply = { status, code, message: text, response: null, refusal };
  }
}
