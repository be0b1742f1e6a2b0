import { readingsOf, windowsOf } from './detect.js';
import { findCardNumbers } from './detectors/card-number.js';
import { findEmails } from './detectors/email.js';
import { findIdentityKeys } from './detectors/identity-key.js';
import { findNamedValues } from './detectors/named-value.js';
import { findPrefixedKeys, KEY_SIGN } from './detectors/prefixed-key.js';
import { findPrivateKeys } from './detectors/private-key.js';
import { findUrlCredentials, URL_SIGN } from './detectors/url-credentials.js';
import { foldWidth } from './fold-width.js';
import { findPhones } from './detectors/phone.js';
import { findResidentNumbers } from './detectors/resident-number.js';
import { findCertainTokens, TOKEN_SIGN } from './detectors/token.js';
import { matchesOf } from './detectors/matches-of.js';
import type { Detector, Match } from './detectors/span.js';

// A value of six characters or more, `null`, `true`, `false` and short numbers aside.
const VALUE = String.raw`\s{0,8}\\{0,16}["']?(?!(?:null|true|false|\d{1,12})[,\s}\]])`;
const COLON = String.raw`\\{0,16}["']?\s{0,8}[:=]`;

// A value behind a name that could be that of a password, or a longer one behind that of a key or of a card number. Looked
// at from the colon outwards: there are fewer of those than letters that such a name may begin with.
const NAMED = new RegExp(
  String.raw`[:=](?=${VALUE}[!-~]{6})(?:` +
    `(?<=${anyCase('(?:passw(?:or)?d|passphrase|pwd)')}${COLON})|` +
    String.raw`(?=${VALUE}[\w+/=.-]{13})` +
    String.raw`(?<=(?:${anyCase('(?:card_?-?n|key|secret|token|authori|unique|cookie)')}[\w-]{0,60}|` +
    `${anyCase('(?:ci|di)(?:_?value)?|info')})${COLON}))`,
);

// What no password, key or token behind a name or in a URL, and no token or key that shows itself can do without: one search
// for all of them.
const ANY_SIGN = new RegExp([NAMED, URL_SIGN, KEY_SIGN, TOKEN_SIGN].map(({ source }) => source).join('|'));

const SIGNED = [findNamedValues, findUrlCredentials, findPrefixedKeys, findCertainTokens];

// These cost nothing where there is no `@`, `==` or `PRIVATE KEY`.
const OTHERS = [findEmails, findIdentityKeys, findPrivateKeys];

/** Letters in both cases. The flag `i` would fold all of the text. */
function anyCase(pattern: string): string {
  return pattern.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/**
 * Tells whether a text may hold real secrets: what the detectors would say, without asking them about text that cannot
 * interest them. Nearly every fixture ends here.
 */
export function mayHoldSecrets(given: string): boolean {
  // Escapes hide what a search in the text would find.
  if (given.includes('\\') && (/\\[uUx]/.test(given) || (given.includes('==') && given.includes('\\/')))) return true;
  return readingsOf(foldWidth(given)).some((reading) => windowsOf(reading).some(({ text }) => holdsSecret(text)));
}

function holdsSecret(text: string): boolean {
  const isFound = (find: Detector): boolean => find(text).some(isReal);
  return (ANY_SIGN.test(text) && SIGNED.some(isFound)) || OTHERS.some(isFound) || holdsNumber(text);
}

function isReal(match: Match): boolean {
  return match.isReal;
}

// What detectors allow between the digits of one number, at most three of them.
const SEPARATORS = String.raw`[ .()/~-]{0,3}`;

// Without separators a short number is a phone's only if it begins like one, and no card begins with 1, 7 or 9: those are
// times and IDs, unless they go on with a month as resident numbers do.
const HARMLESS = String.raw`(?:[1-79]\d{8,11}|[179]\d(?!0[1-9]|1[0-2])\d{11,})(?!${SEPARATORS}\d)`;

// Nine digits or more, close enough together to be one number. Behind a letter no number is taken for a real one, so the
// many digits of hashes are passed over.
const DIGIT_GROUP = new RegExp(String.raw`\b(?!(?<!\+)${HARMLESS})\d(?:${SEPARATORS}\d){8,}`, 'g');

// Cards and residents have this many digits at least.
const LONG = 13;
const [SHORT_NUMBERS, LONG_NUMBERS] = [[findPhones], [findCardNumbers, findResidentNumbers, findPhones]];

// What a detector looks at before a number, and how much of that is a part of it: `+`.
const [CONTEXT, PREFIX] = [32, 2];

/** Looks at groups of digits, with what is around them. */
function holdsNumber(text: string): boolean {
  for (const { 0: group, index } of matchesOf(DIGIT_GROUP, text)) {
    const start = Math.max(0, index - CONTEXT);
    const around = text.slice(start, index + group.length + PREFIX);
    // A number that the context begins in is only a part of one.
    const isReal = (match: Match): boolean => match.isReal && start + match.offset >= index - PREFIX;
    for (const find of group.length < LONG ? SHORT_NUMBERS : LONG_NUMBERS) if (find(around).some(isReal)) return true;
  }
  return false;
}
