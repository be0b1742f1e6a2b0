import { fitsIpv6 } from './ipv6.js';

// RFC 3986, appendix A. Groups repeat nothing, so that no text is too long; escapes are looked at by themselves.
const PARTS = /^(?:([^:/?#]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;
const SCHEME = /^[a-z][a-z0-9+.-]*$/i;
const AUTHORITY = /^(?:[\w.~!$&'()*+,;=:%-]*@)?(?:\[([^\]]*)\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?$/;
const FUTURE_ADDRESS = /^v[0-9a-f]+\.[\w.~!$&'()*+,;=:-]+$/i;
const PATH = /^[\w.~!$&'()*+,;=:@/%-]*$/;
const QUERY = /^[\w.~!$&'()*+,;=:@/?%-]*$/;
const BAD_ESCAPE = /%(?![0-9a-f]{2})/i;

/** `/path?a=1` and every URI: RFC 3986, section 4.1. */
export function fitsUriReference(text: string): boolean {
  const [, scheme, authority = '', path = '', query = '', fragment = ''] = PARTS.exec(text) ?? [];
  const isScheme = scheme === undefined || SCHEME.test(scheme);
  const isRest = PATH.test(path) && QUERY.test(query) && QUERY.test(fragment);
  return isScheme && isRest && isAuthority(authority) && !BAD_ESCAPE.test(text);
}

/** `user@host:port` */
function isAuthority(text: string): boolean {
  const parts = AUTHORITY.exec(text);
  if (parts === null) return false;
  const [, address] = parts;
  return address === undefined || fitsIpv6(address) || FUTURE_ADDRESS.test(address);
}
