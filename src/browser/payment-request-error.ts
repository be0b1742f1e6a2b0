import type { RequestIssue } from './request-rules.js';

/** An invalid request, detected before a window opens. */
export class PaymentRequestError extends Error {
  override readonly name = 'PaymentRequestError';
  /** All errors, in the order of the parameters and then of the rules. */
  readonly issues: readonly RequestIssue[];

  /** Creates the error from the issues of a check. `what` is the checked value, such as `the payment request`. */
  constructor(issues: readonly RequestIssue[], what: string) {
    const count = issues.length === 1 ? '1 error' : `${issues.length} errors`;
    super(`${count} in ${what}\n${issues.map(({ message }) => `  ${message}`).join('\n')}`);
    this.issues = issues;
  }
}
