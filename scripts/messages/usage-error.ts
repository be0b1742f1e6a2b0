import type { CodedMessage, Texts } from './entry.js';
import { usageTexts, type Usage, type UsageCode } from './usage/usage.js';

export { usageTexts, type UsageCode };

/**
 * A problem with the call or the machine, such as bad flags or unreadable input. The text says what, where and what to
 * do. The command line prints it in the language of the run, without a stack, and exits with 2. `message` is the English
 * text.
 *
 * @example throw new UsageError('file-unreadable', { file, reason: reasonOf(cause) }, { cause });
 */
export class UsageError extends Error implements CodedMessage {
  override readonly name = 'UsageError';
  readonly code: UsageCode;
  /** What the text is made of. */
  readonly values: unknown;

  constructor(...[code, values, options]: [...usage: Usage, options?: ErrorOptions]) {
    super(usageTexts(code, values).en, options);
    this.code = code;
    this.values = values;
  }

  get texts(): Texts {
    return usageTexts(this.code, this.values);
  }
}
