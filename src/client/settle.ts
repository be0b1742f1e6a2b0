import type { CallContext } from './call-context.js';
import type { CallOptions, Shown } from './call-options.js';
import { IamportError } from './errors.js';
import { perform } from './perform.js';
import { lookOnce } from './read-back.js';

/** What has become of a write. `value` is what it would have answered. */
export type Settlement = Shown;

/**
 * Looks once more what became of a write that ended `ambiguous`.
 *
 * @throws {IamportError} `kind: 'input'` for an error that is not one of this client; any kind when the look-up fails.
 */
export async function settleWrite(
  context: CallContext,
  error: unknown,
  options: CallOptions = {},
): Promise<Settlement> {
  const write = typeof error === 'object' && error !== null ? context.pending.get(error) : undefined;
  if (write === undefined) {
    throw new IamportError('input', 'settle takes an `ambiguous` error as this client threw it');
  }
  const { tier, judge } = write.options;
  const asked = { ...write, options: { tier, judge, ...options } };
  return lookOnce(context, asked, ({ operationId, input }, callOptions) =>
    perform(context, { id: operationId, input, options: callOptions }),
  );
}
