import { matchesOf } from './matches-of.js';
import { isRealPassword } from './password.js';
import type { Match } from './span.js';

// `https://user:password@host`; the slashes may be escaped as `\/`, and the user be missing.
const SHAPE = /(?<=[A-Za-z0-9+.-]:(?:\\{0,16}\/){2})([^\s/:@"'<>\\?#]{0,64}):([^\s/@"'<>\\?#]{1,128})@([\w.-]{1,255})/g;

/** The same, looked at from the `@` backwards: there are fewer of those than letters. */
export const URL_SIGN = /@(?<=\/[^\s/:@"'<>\\?#]{0,64}:[^\s/@"'<>\\?#]{1,128}@)/;

// Reserved for examples by RFC 2606 and RFC 6761.
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$/i;

/** User and password before the host of a URL. */
export function findUrlCredentials(text: string): Match[] {
  if (!URL_SIGN.test(text)) return [];
  return matchesOf(SHAPE, text).map(({ 1: user = '', 2: password = '', 3: host = '', index }) => ({
    offset: index,
    length: user.length + 1 + password.length,
    kind: 'password',
    isReal: isRealPassword(password) && !RESERVED.test(host),
  }));
}
