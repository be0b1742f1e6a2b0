import type { InputIssue } from './errors.js';

/** A problem with a value, as a validator reports it. */
export interface ValueIssue extends InputIssue {
  /** Details of the keyword, such as `{ missingProperty: 'amount' }`. */
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Result of validating an input or a response. */
export type InputVerdict = { readonly ok: true } | { readonly ok: false; readonly issues: readonly ValueIssue[] };

/** Loads a validator on first use. */
export type LoadCheck = () => Promise<(value: unknown) => InputVerdict>;

/**
 * How to check whether a write happened: `x-read-back` in the document. Values that begin with `$` are runtime
 * expressions: `$request.body#/order_id`, `$response.body#/status`, `$before.body#/…`, `$statusCode`, and
 * `$item#/…` within `each`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#runtime-expressions
 */
export interface ReadBackRow {
  /** ID of the look-up operation. */
  readonly operation: string;
  /** Its input: name → expression or constant. No look-up is made if one of the expressions has no value. */
  readonly from: Readonly<Record<string, unknown>>;
  /**
   * Conditions that together prove the write, such as `$item#/status == "paid"`. Without conditions, nothing is proven.
   */
  readonly done?: readonly string[];
  /** A list in the response: exactly one of its entries (`$item`) must meet the conditions. */
  readonly each?: string;
  /** Whether to make a look-up before the write too, for `$before`. */
  readonly before?: boolean;
  /** The data the write would have returned. Default: the entry of `each`, else the data of the look-up. */
  readonly result?: string;
}

/** How a parameter is written: `style`, `explode` and `allowReserved` of OpenAPI, or the media type of its `content`. */
export interface ParameterStyle {
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved?: boolean;
  readonly mediaType?: string;
}

/** How a property of a form or a part of a multipart body is written. */
export interface EncodingRow {
  /** Media type of the value. Default: text for primitives, JSON for objects, what a `Blob` says. */
  readonly contentType?: string;
  /** How a form writes the value instead: as a query would. */
  readonly style?: ParameterStyle;
  /** Headers of a part beside those that every part has, by name. */
  readonly headers?: Readonly<Record<string, PartHeaderRow>>;
}

/** A header of a part of a multipart body. */
export interface PartHeaderRow {
  /** Absent: as text, arrays with commas. */
  readonly how?: ParameterStyle;
  /** What is sent where the caller gives nothing. */
  readonly value?: unknown;
  readonly isRequired?: boolean;
}

/** What the request and the answers of an operation need beyond plain parameters and JSON. */
export interface WireRow {
  /** Input name → wire name of the fields that go into cookies. */
  readonly cookieFields?: Readonly<Record<string, string>>;
  /** Input name → how the parameter is written. Absent: as text, arrays in a query as repeated names. */
  readonly styles?: Readonly<Record<string, ParameterStyle>>;
  /** The media types a body may have → how its properties are written, where they say. */
  readonly bodies?: Readonly<Record<string, Readonly<Record<string, EncodingRow>>>>;
  /** Name of the field of the input that has headers of parts. */
  readonly partHeaders?: string;
  /** Media types of successful answers; none where they are empty. Absent: JSON. */
  readonly accept?: readonly string[];
  /** Where the operation is, if not where the API is. */
  readonly server?: ServerRow;
}

/** Where an API is: a URL, perhaps a relative one or with `{variables}`. */
export interface ServerRow {
  readonly url: string;
  readonly variables?: Readonly<Record<string, { readonly default: string; readonly enum?: readonly string[] }>>;
}

/** How to send one operation. The generated code has one row per operation. */
export interface OperationRow {
  readonly method: string;
  /** Path template, such as `/orders/{id}`. */
  readonly path: string;
  /** Input name → wire name of the fields that go into the path. */
  readonly pathFields?: Readonly<Record<string, string>>;
  /** Input name → wire name of the fields that go into the query. */
  readonly queryFields?: Readonly<Record<string, string>>;
  /** Input name → wire name of the fields that go into the headers. */
  readonly headerFields?: Readonly<Record<string, string>>;
  /** Absent: plain parameters, JSON in both directions. */
  readonly wire?: WireRow;
  /** How the body is sent. All fields without another place form the body, or the field `body` if it is `whole`. */
  readonly body?: { readonly mediaType: string; readonly isWhole: boolean };
  /** Whether responses have the envelope of the API. */
  readonly hasEnvelope: boolean;
  readonly needsAuth: boolean;
  /** Names of security schemes. All schemes of one list are required; an empty list requires none. */
  readonly security?: readonly (readonly string[])[];
  /** The effect of the operation, as a verb such as `create`; `none` for reads. Absent: unknown. */
  readonly effect?: string;
  readonly readBack?: ReadBackRow;
  /**
   * Locations of Unix seconds in the input: JSON Pointers. A step `*` means every item or property; followed by a regular
   * expression, those whose index or name matches.
   */
  readonly times?: readonly string[];
  /** Loads the validator of the input. */
  readonly checkInput: LoadCheck;
  /** Status → loads the validator of the whole response. */
  readonly checkResponse?: Readonly<Record<string, LoadCheck>>;
}

/** Whether an operation is a read, which is safe to repeat. */
export function isRead({ method, effect }: Pick<OperationRow, 'method' | 'effect'>): boolean {
  return method === 'GET' || method === 'HEAD' || effect === 'none';
}
