import { IamportError } from '../client/errors.js';

/** What a framework may hand over as the query of a URL. */
export type RedirectQuery = string | URL | URLSearchParams | Readonly<Record<string, unknown>>;

/**
 * Reads the query that the browser SDK adds to `m_redirect_url` into one object.
 *
 * @throws {IamportError} `kind: 'validation'` when a field is there twice: one of the two would be believed by chance.
 */
export function readRedirectQuery(query: RedirectQuery): Readonly<Record<string, unknown>> {
  if (typeof query !== 'string' && !(query instanceof URL) && !(query instanceof URLSearchParams)) return query;
  const fields = [...searchOf(query)];
  const repeated = fields.find(([name], index) => fields.findIndex(([other]) => other === name) !== index);
  if (repeated !== undefined)
    throw new IamportError('validation', `this is no payment redirect: ${JSON.stringify(repeated[0])} is there twice`);
  return Object.fromEntries(fields);
}

function searchOf(query: string | URL | URLSearchParams): URLSearchParams {
  if (query instanceof URLSearchParams) return query;
  if (query instanceof URL) return query.searchParams;
  return new URLSearchParams(query.slice(query.indexOf('?') + 1).replace(/#.*$/s, ''));
}
