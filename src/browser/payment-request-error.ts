import type { RequestIssue } from './request-rules.js';

/** A request that would be refused, found before any window opens. */
export class PaymentRequestError extends Error {
  override readonly name = 'PaymentRequestError';
  /** Every error, in the order of the parameters and then of the rules. */
  readonly issues: readonly RequestIssue[];

  /** Makes one from the errors of a check. `what` is what they were found in, such as `the payment request`. */
  constructor(issues: readonly RequestIssue[], what: string) {
    const count = issues.length === 1 ? '1 fault' : `${issues.length} faults`;
    super(`${count} in ${what}\n${issues.map(({ message }) => `  ${message}`).join('\n')}`);
    this.issues = issues;
  }
}
