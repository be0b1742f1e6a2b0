import { readFileSync } from 'node:fs';

/** A request of the browser SDK, and what it deserves. */
export interface RequestCase {
  readonly title: string;
  readonly schema:
    | 'PaymentRequest'
    | 'CertificationRequest'
    | 'LoadUiRequest'
    | 'NaverZzimRequest'
    | 'InitArguments'
    | 'AgencyArguments';
  /** Gateway of the channel, where the request names a channel key only. */
  readonly pg?: string;
  /** Whether it comes from an official page. */
  readonly official: boolean;
  /** `wrong`: an official page or the SDK refuses it. `doubtful`: worth a warning at most. */
  readonly want: 'ok' | 'doubtful' | 'wrong';
  /** Why, where that needs words. */
  readonly why?: string;
  /** The object, or the arguments without the callback. */
  readonly params: object;
}

// Edge: a file of this repository, written in this form.
export const REQUEST_CASES = JSON.parse(
  readFileSync('test/browser/request-cases.json', 'utf8'),
) as readonly RequestCase[];
