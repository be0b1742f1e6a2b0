import { fitsUriReference } from './uri-reference.js';

/** `https://example.com/path`: RFC 3986, section 3. */
export function fitsUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text) && fitsUriReference(text);
}
