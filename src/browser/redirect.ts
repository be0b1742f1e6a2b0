/** What a framework may hand over as the query of a URL. */
export type RedirectQuery = string | URL | URLSearchParams | Readonly<Record<string, unknown>>;

/**
 * Reads the query that the browser SDK adds to `m_redirect_url` into one object. A field that is there twice with different
 * values is left out, since one of the two would be believed by chance; equal values are one, for shops put their own order
 * ID into the URL. The shop's own fields are no concern.
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

/** Frameworks make an array of a field that is there more than once. */
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
  // Routers that live in the fragment have the query there: `/#/done?imp_uid=…`.
  const part = isInHash ? hash : before;
  // A whole URL without a query has none; a bare query needs no question mark.
  if (!part.includes('?') && (query instanceof URL || /^[a-z][a-z0-9+.-]*:|^\//i.test(part)))
    return new URLSearchParams();
  return new URLSearchParams(part.slice(part.indexOf('?') + 1));
}
