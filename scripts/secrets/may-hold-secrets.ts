import { holdsRealShape } from './detect.js';
import { findCardNumbers } from './detectors/card-number.js';
import { findEmails } from './detectors/email.js';
import { findIdentityKeys } from './detectors/identity-key.js';
import { findNamedValues } from './detectors/named-value.js';
import { findPrefixedKeys } from './detectors/prefixed-key.js';
import { findPrivateKeys } from './detectors/private-key.js';
import { findUrlCredentials } from './detectors/url-credentials.js';
import { foldWidth } from './fold-width.js';
import { findPhones } from './detectors/phone.js';
import { findResidentNumbers } from './detectors/resident-number.js';
import { findCertainTokens } from './detectors/token.js';
import { matchesOf } from './detectors/matches-of.js';
import type { Match } from './detectors/span.js';

// A long value behind a name that could be that of a key or of a card number. Looked at from the colon outwards: there are
// fewer of those than letters that such a name may begin with.
const NAMED =
  /[:=](?=\s{0,8}\\{0,16}["']?[\w+/=.-]{13})(?<=(?:(?:card_?-?n|key|secret|token|authori|unique|cookie)[\w-]{0,60}|[cd]i|[cd]i_?value|info)\\{0,16}["']?\s{0,8}[:=])/i;

// The same for passwords, which are shorter and have any characters.
const NAMED_PASSWORD =
  /[:=](?=\s{0,8}\\{0,16}["']?[!-~]{6})(?<=(?:passw(?:or)?d|passphrase|pwd)\\{0,16}["']?\s{0,8}[:=])/i;

// In longer texts the detectors have to be given windows.
const LONGEST = 1 << 20;

/**
 * Tells whether a text may hold real secrets: what the detectors would say, without asking them about text that cannot
 * interest them. Nearly every fixture ends here.
 */
export function mayHoldSecrets(given: string): boolean {
  // Escapes hide what a search in the text would find.
  if (/\\[uUx]/.test(given) || (given.includes('==') && given.includes('\\/'))) return true;
  const text = foldWidth(given);
  if ((NAMED.test(text) || NAMED_PASSWORD.test(text)) && findNamedValues(text).some(isReal)) return true;
  if (text.length > LONGEST) return holdsRealShape(text);
  return WORDS.some((find) => find(text).some(isReal)) || holdsNumber(text);
}

const WORDS = [findEmails, findIdentityKeys, findCertainTokens, findPrefixedKeys, findPrivateKeys, findUrlCredentials];

function isReal(match: Match): boolean {
  return match.isReal;
}

// Digits close enough together to be one number: detectors allow at most three characters between them.
const DIGIT_GROUP = /\d(?:[ .()/~-]{0,3}\d){8,}/g;

// Without separators a short number is a phone's only if it begins like one, and no card begins with 1, 7 or 9: those are
// times and IDs, unless they go on with a month as resident numbers do.
const HARMLESS = /^(?:[1-79]\d{8,11}|[179]\d(?!0[1-9]|1[0-2])\d{11,})$/;

const NUMBERS = [findCardNumbers, findResidentNumbers, findPhones];

// What a detector looks at before a number, and how much of that is a part of it: `+`.
const [CONTEXT, SIGNS] = [32, 2];

/** Looks at groups of digits, with what is around them. */
function holdsNumber(text: string): boolean {
  for (const { 0: group, index } of matchesOf(DIGIT_GROUP, text)) {
    if (HARMLESS.test(group) && text[index - 1] !== '+') continue;
    const start = Math.max(0, index - CONTEXT);
    const around = text.slice(start, index + group.length + SIGNS);
    // A number that the context begins in is only a part of one.
    const isReal = (match: Match): boolean => match.isReal && start + match.offset >= index - SIGNS;
    for (const find of NUMBERS) if (find(around).some(isReal)) return true;
  }
  return false;
}
