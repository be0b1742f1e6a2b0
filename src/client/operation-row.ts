import type { InputIssue } from './errors.js';

/** Verdict on an input or an answer. */
export type InputVerdict = { readonly ok: true } | { readonly ok: false; readonly issues: readonly InputIssue[] };

/** Loads a validator on first use. */
export type LoadCheck = () => Promise<(value: unknown) => InputVerdict>;

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
  /** Whether answers are `{ code, message, response }`. */
  readonly hasEnvelope: boolean;
  readonly needsAuth: boolean;
  /** Loads the validator of the input. */
  readonly checkInput: LoadCheck;
  /** Status → loads the validator of the whole answer. */
  readonly checkResponse?: Readonly<Record<string, LoadCheck>>;
}
