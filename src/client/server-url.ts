import { IamportError } from './errors.js';
import type { ServerRow } from './operation-row.js';

/**
 * The URL of a server: its variables replaced, by their defaults where nothing else is given, and a relative one resolved.
 *
 * @param against What a relative URL is relative to.
 * @throws {IamportError} `kind: 'input'` for a value that the document does not list, or that would change more than its
 *   place.
 * @see https://spec.openapis.org/oas/v3.1.1.html#server-object
 */
export function serverUrl(
  { url, variables = {} }: ServerRow,
  given: Readonly<Record<string, string | undefined>>,
  against: string | undefined,
): string {
  const whole = url.replace(/\{([^{}]+)\}/g, (_match, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value = (Object.hasOwn(given, name) ? given[name] : undefined) ?? variable?.default ?? '';
    const isListed = variable?.enum === undefined || variable.enum.includes(value);
    // It may be a host, a port or some segments, but not a user, a query or a step up.
    if (isListed && /^[\w.~:/-]*$/.test(value) && !value.includes('..')) return value;
    throw new IamportError('input', `serverVariables.${name} is not a value that the document allows`);
  });
  if (/^https?:\/\//i.test(whole)) return whole.replace(/\/+$/, '');
  if (against === undefined)
    throw new IamportError('input', 'baseUrl is missing: the document names no absolute server');
  return new URL(whole, `${against}/`).href.replace(/\/+$/, '');
}
