import { findBusinessNumbers } from './detectors/business-number.js';
import { findCardNumbers } from './detectors/card-number.js';
import { findEmails } from './detectors/email.js';
import { findIdentityKeys } from './detectors/identity-key.js';
import { findNamedValues } from './detectors/named-value.js';
import { findPrefixedKeys } from './detectors/prefixed-key.js';
import { findPrivateKeys } from './detectors/private-key.js';
import { findPhones } from './detectors/phone.js';
import { findResidentNumbers } from './detectors/resident-number.js';
import { findTokens } from './detectors/token.js';
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

// A number right behind `%20` would run into the digits of that.
const ESCAPE = /%[0-9A-Fa-f]{2}/g;

/** Finds secrets by shape alone, in text of URLs also between its escapes. */
export function findByShape(given: string): Match[] {
  return readingsOf(foldWidth(given)).flatMap(search);
}

/** A text as it is and, if it has URL escapes, with spaces in their place. Offsets are the same in both. */
export function readingsOf(text: string): readonly string[] {
  const unescaped = text.includes('%') ? text.replace(ESCAPE, '   ') : text;
  return unescaped === text ? [text] : [text, unescaped];
}

function search(whole: string): Match[] {
  return windowsOf(whole).flatMap(({ text, start }) => {
    const found = SHAPES.flatMap((find) => find(text));
    return start === 0 ? found : found.map((match) => ({ ...match, offset: match.offset + start }));
  });
}

/** The parts of a text that detectors can be given. They overlap, so that each secret is whole in one of them. */
export function windowsOf(text: string): readonly { readonly text: string; readonly start: number }[] {
  if (text.length <= WINDOW) return [{ text, start: 0 }];
  const starts = Array.from({ length: Math.ceil(text.length / WINDOW) }, (_, index) => index * WINDOW);
  return starts.map((start) => ({ text: text.slice(start, start + WINDOW + OVERLAP), start }));
}
