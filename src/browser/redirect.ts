/** The query of a URL, in the forms that frameworks provide. */
export type RedirectQuery = string | URL | URLSearchParams | Readonly<Record<string, unknown>>;

/**
 * Parses the query that the browser SDK adds to `m_redirect_url` into an object. Omits a field that occurs twice with
 * different values, because either could be forged. Equal values are merged, because shops add their order ID to the
 * URL.
 */
export function readRedirectQuery(query: RedirectQuery): Readonly<Record<string, unknown>> {
  const fields = typeof query === 'object' && !(query instanceof URL) && !(query instanceof URLSearchParams);
  const pairs: (readonly [string, unknown])[] = fields ? flatten(query) : [...searchOf(query)];
  const values = new Map<string, unknown>();
  const contradictory = new Set<string>();
  for (const [name, value] of pairs) {
    if (values.has(name) && values.get(name) !== value) contradictory.add(name);
    values.set(name, value);
  }
  return Object.fromEntries([...values].filter(([name]) => !contradictory.has(name)));
}

/** Frameworks return an array for a repeated field. */
function flatten(query: Readonly<Record<string, unknown>> | null): (readonly [string, unknown])[] {
  return Object.entries(query ?? {}).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((entry: unknown) => [name, entry] as const) : [[name, value] as const],
  );
}

function searchOf(query: string | URL | URLSearchParams): URLSearchParams {
  if (query instanceof URLSearchParams) return query;
  const text = query instanceof URL ? query.href : query;
  const [before, hash] = [text.replace(/#.*$/s, ''), text.slice(text.indexOf('#') + 1)];
  const isInHash = text.includes('#') && hash.includes('?') && !before.includes('?');
  // Hash routers have the query in the fragment: `/#/done?imp_uid=…`.
  const part = isInHash ? hash : before;
  // A URL without a question mark has no query, but a bare query needs no question mark.
  if (!part.includes('?') && (query instanceof URL || /^[a-z][a-z0-9+.-]*:|^\//i.test(part)))
    return new URLSearchParams();
  return new URLSearchParams(part.slice(part.indexOf('?') + 1));
}
