import type { Texts } from './entry.js';
import { usageTexts, type Usage, type UsageCode } from './usage/usage.js';

export { usageTexts, type UsageCode };

/**
 * A problem with the call or the machine, such as bad flags or unreadable input. The text says what, where and what to
 * do. The command line prints it in the language of the run, without a stack, and exits with 2.
 *
 * @example throw new UsageError('file-unreadable', { file, reason: reasonOf(cause) }, { cause });
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code: UsageCode;
  /** What the text is made of. */
  readonly values: unknown;
  /** The text in every language; `message` is the English one. */
  readonly texts: Texts;

  constructor(...[code, values, options]: [...usage: Usage, options?: ErrorOptions]) {
    const texts = usageTexts(code, values);
    super(texts.en, options);
    this.code = code;
    this.values = values;
    this.texts = texts;
  }
}
