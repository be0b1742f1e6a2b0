import { IamportError } from '../client/errors.js';
import type { InputVerdict } from '../client/operation-row.js';

/** A generated validator that returns the typed value. */
export type Check<Value> = (
  data: unknown,
) => Extract<InputVerdict, { ok: false }> | { readonly ok: true; readonly value: Value };

/** Creates a function that validates a payload and returns it typed. */
export function createPayloadParser<Value>(what: string, check: Check<Value>): (data: unknown) => Value {
  return (data) => {
    const verdict = check(data);
    if (verdict.ok) return verdict.value;
    const words = verdict.issues
      .map(({ pointer, message }) => `${pointer === '' ? 'it' : pointer} ${message}`)
      .join('; ');
    throw new IamportError('validation', `invalid ${what}: ${words}`, { issues: verdict.issues });
  };
}
