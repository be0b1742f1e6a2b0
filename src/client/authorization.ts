/** What authorizes a request: headers to set, and the secrets in them, which no error may show. */
export interface Credential {
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

/** Where a client gets credentials. `auth/` has implementations; the client itself knows of no scheme. */
export interface Authorization {
  /** Credentials that are valid now; a promise only where they must be fetched first. */
  readonly get: () => Credential | Promise<Credential>;
  /**
   * Other credentials, after the server refused these.
   *
   * @param within Milliseconds the call can wait. When that is too short, it rejects or gives the refused ones back.
   */
  readonly replace: (refused: Credential, within: number) => Promise<Credential>;
  /** Long-lived secrets that a server may echo: errors never show them. */
  readonly secrets: readonly string[];
}

/** For an API that needs no credentials. */
export const NO_AUTHORIZATION: Authorization = {
  get: () => ({ headers: {}, secrets: [] }),
  replace: (refused) => Promise.resolve(refused),
  secrets: [],
};
