/**
 * The kind of failure.
 *
 * - `input`: the call is invalid; nothing was sent.
 * - `auth`: the server rejected the credentials.
 * - `api`: the API rejected the request, with a `code` and a message.
 * - `http`: the response is not from the API, such as HTML from a proxy or a redirect.
 * - `network`, `timeout`, `aborted`: no response was received.
 * - `validation`: the response does not match the spec.
 * - `ambiguous`: a write may have happened, and reading back did not show it. See {@link IamportError.lookUp}.
 * - `unexpected`: an internal failure; `cause` is the original error.
 */
export type IamportErrorKind =
  'input' | 'auth' | 'api' | 'http' | 'network' | 'timeout' | 'aborted' | 'validation' | 'ambiguous' | 'unexpected';

/** An operation that shows whether a write happened. */
export interface LookUp {
  readonly operationId: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A problem with an input or a payload. It contains locations and keywords, never values. */
export interface InputIssue {
  /** JSON Pointer (RFC 6901) to the invalid value; `''` is the whole value. */
  readonly pointer: string;
  /** JSON Schema keyword that failed. */
  readonly keyword: string;
  /** The problem, in English. */
  readonly message: string;
}

/** Details of an error besides its message. */
export interface IamportErrorDetails {
  readonly operationId?: string | undefined;
  readonly httpStatus?: number | undefined;
  /** The code in the response; never the one for success. */
  readonly code?: number | undefined;
  /** The message in the response, in the language of the API. */
  readonly apiMessage?: string | undefined;
  /** How often the request was sent. */
  readonly attempts?: number | undefined;
  /** Whether it is safe to repeat the call: proven not to take effect twice. */
  readonly retryable?: boolean | undefined;
  /** Whether the request reached the server. */
  readonly sent?: 'no' | 'yes' | 'unknown' | undefined;
  readonly issues?: readonly InputIssue[] | undefined;
  /** For `ambiguous`: the operation that shows whether the write happened. */
  readonly lookUp?: LookUp | undefined;
  readonly cause?: unknown;
}

/** Marks an `IamportError` of any copy of this package: a program may load both the ESM and the CommonJS build. */
const BRAND = Symbol.for('iamport-kit.IamportError');

/**
 * The only error this package throws. It never contains a key, a token, a header or a body, so it is safe to log.
 * `instanceof` also recognises errors of other copies of this package.
 */
export class IamportError extends Error {
  override readonly name = 'IamportError';
  readonly kind: IamportErrorKind;
  readonly operationId: string | undefined;
  readonly httpStatus: number | undefined;
  readonly code: number | undefined;
  readonly apiMessage: string | undefined;
  readonly attempts: number;
  readonly retryable: boolean;
  readonly sent: 'no' | 'yes' | 'unknown';
  readonly issues: readonly InputIssue[];
  readonly lookUp: LookUp | undefined;

  constructor(kind: IamportErrorKind, message: string, details: IamportErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.operationId = details.operationId;
    this.httpStatus = details.httpStatus;
    this.code = details.code;
    this.apiMessage = details.apiMessage;
    this.attempts = details.attempts ?? 0;
    this.retryable = details.retryable ?? false;
    this.sent = details.sent ?? 'no';
    this.issues = (details.issues ?? []).map(({ pointer, keyword, message: text }) => ({
      pointer,
      keyword,
      message: text,
    }));
    this.lookUp = details.lookUp;
  }

  static {
    Object.defineProperty(this.prototype, BRAND, { value: true });
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // Subclasses are recognised by their prototype.
    if (this !== IamportError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  /** The JSON of the error, without `cause` and `stack`. */
  toJSON(): Record<string, unknown> {
    const { name, message, kind, operationId, httpStatus, code, apiMessage, attempts, retryable, sent } = this;
    const { issues, lookUp } = this;
    const members = { name, message, kind, operationId, httpStatus, code, apiMessage, attempts, retryable, sent };
    return { ...members, issues, lookUp };
  }
}
