import type { InputIssue } from './errors.js';

/** One thing wrong with a value, as a validator says it. */
export interface ValueIssue extends InputIssue {
  /** Details of the keyword, such as `{ missingProperty: 'amount' }`. */
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Verdict on an input or an answer. */
export type InputVerdict = { readonly ok: true } | { readonly ok: false; readonly issues: readonly ValueIssue[] };

/** Loads a validator on first use. */
export type LoadCheck = () => Promise<(value: unknown) => InputVerdict>;

/**
 * How to find out whether a write happened: `x-read-back` of the document. Values that begin with `$` are runtime
 * expressions: `$request.body#/merchant_uid`, `$response.body#/response/status`, `$before.body#/…`, `$statusCode`, and
 * `$item#/…` within `each`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#runtime-expressions
 */
export interface ReadBackRow {
  /** ID of the operation to look with. */
  readonly operation: string;
  /** Its input: name → expression or constant. Without a value for one of the expressions there is no look-up. */
  readonly from: Readonly<Record<string, unknown>>;
  /** Conditions that together prove that the write happened, such as `$item#/status == "paid"`. None: it proves nothing. */
  readonly done?: readonly string[];
  /** A list in the answer: exactly one of its entries (`$item`) must meet the conditions. */
  readonly each?: string;
  /** Whether to look before the write too, for `$before`. */
  readonly before?: boolean;
  /** What the write would have answered. Default: the entry of `each`, else what the look-up gives. */
  readonly result?: string;
}

/** How one operation travels. The generated table holds one row per operation. */
export interface OperationRow {
  readonly method: string;
  /** Path template, such as `/payments/{imp_uid}`. */
  readonly path: string;
  /** Input name → wire name of the fields that go into the path. */
  readonly pathFields?: Readonly<Record<string, string>>;
  /** Input name → wire name of the fields that go into the query. */
  readonly queryFields?: Readonly<Record<string, string>>;
  /** Input name → wire name of the fields that go into the headers. */
  readonly headerFields?: Readonly<Record<string, string>>;
  /** How the body travels; the fields that go nowhere else are the body, or the field `body` when it is whole. */
  readonly body?: { readonly mediaType: string; readonly isWhole: boolean };
  /** Whether answers are wrapped in the envelope of the API. */
  readonly hasEnvelope: boolean;
  readonly needsAuth: boolean;
  /** What the operation does, as a verb such as `charge`; `none` for one that only reads. Absent: unknown. */
  readonly effect?: string;
  readonly readBack?: ReadBackRow;
  /** Where the input holds unix seconds: JSON Pointers, with `*` for every entry of an array. */
  readonly times?: readonly string[];
  /** Loads the validator of the input. */
  readonly checkInput: LoadCheck;
  /** Status → loads the validator of the whole answer. */
  readonly checkResponse?: Readonly<Record<string, LoadCheck>>;
}

/** Whether an operation changes nothing, so that it can be sent again without harm. */
export function isRead({ method, effect }: Pick<OperationRow, 'method' | 'effect'>): boolean {
  return method === 'GET' || method === 'HEAD' || effect === 'none';
}
