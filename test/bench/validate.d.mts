/** What piping a stream of documents into `iamport-kit validate -` gave. */
export interface StreamResult {
  /** Largest resident set of the process, in 10⁶ bytes. */
  readonly megabytes: number;
  /** Megabytes of NDJSON a second. */
  readonly speed: number;
  readonly code: number | null;
  /** The last 100,000 characters. */
  readonly stdout: string;
  readonly stderr: string;
}

export function validateStream(
  gigabytes: number,
  options?: { readonly faultEvery?: number; readonly flags?: readonly string[] },
): Promise<StreamResult>;

/** One line of the bench: `value` is to be at most `bar`. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly bar?: number;
  readonly unit: string;
}

export function validateRows(options?: {
  readonly gigabytes?: number;
  readonly pairs?: number;
}): Promise<readonly Row[]>;
