import type { CallContext } from './call-context.js';
import type { CallOptions, Shown } from './call-options.js';
import { IamportError } from './errors.js';
import { perform } from './perform.js';
import { lookOnce } from './read-back.js';

/** The outcome of a write. `value` is the data it would have returned. */
export type Settlement = Shown;

/**
 * Checks again whether a write that ended `ambiguous` has happened.
 *
 * @throws {IamportError} `kind: 'input'` for an error of another client; any kind if the look-up fails.
 */
export async function settleWrite(
  context: CallContext,
  error: unknown,
  options: CallOptions = {},
): Promise<Settlement> {
  const write = typeof error === 'object' && error !== null ? context.pending.get(error) : undefined;
  if (write === undefined) {
    throw new IamportError('input', 'settle expects an `ambiguous` error that this client threw');
  }
  const asked = { ...write, options: { ...write.options, signal: undefined, timeoutMs: undefined, ...options } };
  return lookOnce(context, asked, ({ operationId, input }, callOptions) =>
    perform(context, { id: operationId, input, options: callOptions }),
  );
}
