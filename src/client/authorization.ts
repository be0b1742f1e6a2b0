import type { OperationRow } from './operation-row.js';

/** Headers by lower-case name. */
type Headings = Readonly<Record<string, string>>;

/** Authorization of a request: headers to set, and the secrets in them, which errors never contain. */
export interface Credential {
  /** Adds the credentials to a request: headers, query and cookie. Throws if the origin is not trusted. */
  readonly apply?: (url: string, headers: Headings) => { readonly url: string; readonly headers: Headings };
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

/** A source of credentials. `auth/` has implementations; the client itself knows no scheme. */
export interface Authorization {
  /** Credentials that are valid now; a promise only if they must be fetched first. */
  readonly get: (row?: OperationRow) => Credential | Promise<Credential>;
  /**
   * New credentials, after the server rejected these.
   *
   * @param within Milliseconds the call can wait. If that is too short, it rejects or returns the rejected ones.
   */
  readonly replace: (refused: Credential, within: number) => Promise<Credential>;
  /** Long-lived secrets that a server may echo; errors never contain them. */
  readonly secrets: readonly string[];
}

/** For APIs without credentials. */
export const NO_AUTHORIZATION: Authorization = {
  get: () => ({ headers: {}, secrets: [] }),
  replace: (refused) => Promise.resolve(refused),
  secrets: [],
};
