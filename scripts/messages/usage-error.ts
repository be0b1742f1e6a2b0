/**
 * A fault of the call or the machine: bad flags, unreadable input. The message says what, where and what to do.
 * The command line prints it without a stack and exits with 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
