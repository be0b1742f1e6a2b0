import { findBusinessNumbers } from './detectors/business-number.js';
import { findCardNumbers } from './detectors/card-number.js';
import { findEmails } from './detectors/email.js';
import { findIdentityKeys } from './detectors/identity-key.js';
import { findNamedValues } from './detectors/named-value.js';
import { findPrefixedKeys } from './detectors/prefixed-key.js';
import { findPrivateKeys } from './detectors/private-key.js';
import { findPhones } from './detectors/phone.js';
import { findResidentNumbers } from './detectors/resident-number.js';
import { findCertainTokens, findTokens } from './detectors/token.js';
import { findUrlCredentials } from './detectors/url-credentials.js';
import { foldWidth } from './fold-width.js';
import type { Detector, Match, SecretSpan } from './detectors/span.js';

// The first one wins if two kinds fit the same characters.
const SHAPES: readonly Detector[] = [
  findCardNumbers,
  findResidentNumbers,
  findPhones,
  findEmails,
  findIdentityKeys,
  findPrefixedKeys,
  findPrivateKeys,
  findUrlCredentials,
  findTokens,
  findBusinessNumbers,
];

/** Finds everything in a text that looks like a secret, by shape or by the name before it; in order, may overlap. */
export function secretSpans(text: string): SecretSpan[] {
  return [...findByShape(text), ...findNamedValues(foldWidth(text))].sort((a, b) => a.offset - b.offset);
}

// A pattern that goes on for 16 million characters overflows the stack of the engine, which ends the search with an error.
const WINDOW = 1 << 22;
// Longer than anything the detectors look for, so that a cut hides nothing.
const OVERLAP = 1 << 15;

// Long runs are never real by their shape, and take the most time.
const REAL_SHAPES = SHAPES.map((find) => (find === findTokens ? findCertainTokens : find));

// A number right behind `%20` would run into the digits of that.
const ESCAPE = /%[0-9A-Fa-f]{2}/g;

/** Finds secrets by shape alone, in text of URLs also between its escapes. */
export function findByShape(given: string): Match[] {
  const text = foldWidth(given);
  const found = searchInWindows(text, SHAPES);
  const unescaped = text.includes('%') ? text.replace(ESCAPE, '   ') : text;
  return unescaped === text ? found : [...found, ...searchInWindows(unescaped, SHAPES)];
}

/** Tells whether the shape of anything in a text is that of a real secret. */
export function holdsRealShape(text: string): boolean {
  return searchInWindows(foldWidth(text), REAL_SHAPES).some(({ isReal }) => isReal);
}

function searchInWindows(text: string, shapes: readonly Detector[]): Match[] {
  const search = (part: string): Match[] => shapes.flatMap((find) => find(part));
  if (text.length <= WINDOW) return search(text);
  const starts = Array.from({ length: Math.ceil(text.length / WINDOW) }, (_, index) => index * WINDOW);
  return starts.flatMap((start) =>
    search(text.slice(start, start + WINDOW + OVERLAP)).map((match) => ({ ...match, offset: match.offset + start })),
  );
}
