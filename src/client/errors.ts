/**
 * What kind of failure it is. A string works across duplicate copies of this package, where `instanceof` does not.
 *
 * - `input`: the call itself was wrong; nothing was sent.
 * - `auth`: the server refused the credentials.
 * - `api`: the API refused, with a `code` and a message of its own.
 * - `http`: an answer that the API does not give, such as HTML of a proxy or a redirect.
 * - `network`, `timeout`, `aborted`: no answer came.
 * - `validation`: the server answered with something else than its description says.
 * - `ambiguous`: a write may have happened, and looking again did not show it. See {@link IamportError.lookUp}.
 * - `unexpected`: something failed that should not; `cause` is the original error.
 */
export type IamportErrorKind =
  'input' | 'auth' | 'api' | 'http' | 'network' | 'timeout' | 'aborted' | 'validation' | 'ambiguous' | 'unexpected';

/** An operation that shows whether a write happened. */
export interface LookUp {
  readonly operationId: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** One thing wrong with an input or a payload. It names places and rules, never values. */
export interface InputIssue {
  /** JSON Pointer (RFC 6901) to what is wrong; `''` is the whole value. */
  readonly pointer: string;
  /** JSON Schema keyword that failed. */
  readonly keyword: string;
  /** What is wrong, in English. */
  readonly message: string;
}

/** What an error can tell besides its message. */
export interface IamportErrorDetails {
  readonly operationId?: string | undefined;
  readonly httpStatus?: number | undefined;
  /** `code` of the answer: 0 never stands here. */
  readonly code?: number | undefined;
  /** `message` of the answer as sent, mostly Korean. */
  readonly apiMessage?: string | undefined;
  /** How often the request went out. */
  readonly attempts?: number | undefined;
  /** Whether the same call is proven to do nothing twice when it is made again. */
  readonly retryable?: boolean | undefined;
  /** Whether the request reached the server. */
  readonly sent?: 'no' | 'yes' | 'unknown' | undefined;
  readonly issues?: readonly InputIssue[] | undefined;
  /** For `ambiguous`: how to find out whether the write happened. */
  readonly lookUp?: LookUp | undefined;
  readonly cause?: unknown;
}

/** Marks an `IamportError` of any copy of this package: one program may load both the ES modules and the CommonJS build. */
const BRAND = Symbol.for('iamport-kit.IamportError');

/**
 * The only error this package throws. It never holds a key, a token, a header or a body, so that it can be logged whole.
 * `instanceof` recognises errors of other copies of this package, too.
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
    // A subclass is recognised by its prototype, as usual.
    if (this !== IamportError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  /** What `JSON.stringify` shows; `cause` and `stack` stay out. */
  toJSON(): Record<string, unknown> {
    const { name, message, kind, operationId, httpStatus, code, apiMessage, attempts, retryable, sent } = this;
    const { issues, lookUp } = this;
    const told = { name, message, kind, operationId, httpStatus, code, apiMessage, attempts, retryable, sent, issues };
    return { ...told, lookUp };
  }
}
