import type { RequestIssue } from './request-rules.js';

/** An invalid request, detected before a window opens. */
export class PaymentRequestError extends Error {
  override readonly name = 'PaymentRequestError';
  /** All errors, in the order of the parameters and then of the rules. */
  readonly issues: readonly RequestIssue[];

  /** Creates the error from the issues of a check. `heading` is the first line of the message. */
  constructor(issues: readonly RequestIssue[], heading: string) {
    super(`${heading}\n${issues.map(({ message }) => `  ${message}`).join('\n')}`);
    this.issues = issues;
  }
}
