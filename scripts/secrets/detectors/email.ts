import type { Match } from './span.js';

// Reserved by RFC 2606 and RFC 6761: no address there is ever assigned.
const RESERVED = /(^|\.)(example(\.(com|net|org|kr|co\.kr))?|test|invalid|localhost|local)$/i;

// What the provider's own samples and mails use: no customer has them.
const PUBLISHED =
  /(^|@)(gildong@gmail\.com|test@test\.com|iamport@chai\.finance|[^@]+@(siot\.do|iamport\.(kr|co)|portone\.io))$/i;

// Longest parts of an address, RFC 5321.
const [LONGEST_LOCAL_PART, LONGEST_DOMAIN] = [64, 255];

// Without the flag `i`: folding the case of so many characters takes longer than the search in a thousand files.
const DOMAIN = /^(?:[A-Za-z0-9\u00a1-\uffff-]+\.)+[A-Za-z\u00a1-\uffff][A-Za-z0-9\u00a1-\uffff-]*/;

/** E-mail addresses; `@` may be written `%40`. Found from the `@` outwards: text without one costs nothing. */
export function findEmails(text: string): Match[] {
  return [...findAround(text, '@'), ...findAround(text, '%40')];
}

function findAround(text: string, at: string): Match[] {
  const found: Match[] = [];
  for (let index = text.indexOf(at); index !== -1; index = text.indexOf(at, index + 1)) {
    const rest = text.slice(index + at.length, index + at.length + LONGEST_DOMAIN);
    const domain = DOMAIN.exec(rest)?.[0];
    const start = domain === undefined ? index : startOfLocalPart(text, index);
    if (domain === undefined || start === index) continue;
    const length = index - start + at.length + domain.length;
    found.push({
      offset: start,
      length,
      kind: 'email',
      isReal:
        !RESERVED.test(domain) && !PUBLISHED.test(`${text.slice(start, index)}@${domain}`) && !isUserOfUrl(text, start),
    });
  }
  return found;
}

// What can be between the slashes of a URL and the user's name or password.
const IN_URL = /:(?:\\{0,16}\/){2}[^\s/@"'<>\\]{0,64}$/;

/** `https://user@host` has no address, and `findUrlCredentials` finds the password of `user:password@host`. */
function isUserOfUrl(text: string, start: number): boolean {
  return IN_URL.test(text.slice(Math.max(0, start - 110), start));
}

// Read backwards from its end, where the search is set: a pattern that looks for its beginning would try every place.
const LOCAL_PART = new RegExp(`(?<=([\\w.%+\\-\\u00a1-\\uffff]{0,${LONGEST_LOCAL_PART}}))`, 'y');

function startOfLocalPart(text: string, end: number): number {
  LOCAL_PART.lastIndex = end;
  return end - (LOCAL_PART.exec(text)?.[1]?.length ?? 0);
}
