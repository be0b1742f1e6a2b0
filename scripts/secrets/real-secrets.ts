import { findByShape } from './detect.js';
import { findNamedValues } from './detectors/named-value.js';
import type { PlacedScalar } from './placed-scalars.js';
import { isRealValue } from './detectors/real-value.js';
import type { Match, SecretKind } from './detectors/span.js';

// Kinds that are bare digits in other fields too: transaction IDs, account numbers.
const DIGITS: readonly SecretKind[] = ['card-number', 'phone', 'resident-number'];
const OTHER_DIGITS: readonly (SecretKind | undefined)[] = ['account-number', 'business-number', 'key', 'otp', 'birth'];

/**
 * Finds what may be a real secret in a scalar; offsets count from the beginning of what it says. The place decides where
 * the shape cannot: one 16-digit ID in ten has the check digit of a card number.
 */
export function realSecretsOf(scalar: PlacedScalar): Match[] {
  const { text, sensitive, place } = scalar;
  if (sensitive !== undefined && isRealValue(sensitive, text))
    return [{ offset: 0, length: text.length, kind: sensitive, isReal: true }];
  const byName = place === 'value' ? findNamedValues(text) : [];
  const found = [...findByShape(text), ...byName].filter((match) => match.isReal && !isOtherNumber(match, scalar));
  return withoutOverlaps(found);
}

/** Whether the schema says that a value, all of it digits, is a number of another kind; order IDs often have a hyphen. */
function isOtherNumber({ kind, length }: Match, { text, sensitive, isKnown }: PlacedScalar): boolean {
  const isOther = OTHER_DIGITS.includes(sensitive) || (isKnown && sensitive === undefined);
  return isOther && DIGITS.includes(kind) && length === text.length && /^\d+(?:-\d+)?$/.test(text);
}

/**
 * Finds what may be a real secret in a text that could not be parsed. Digits alone count only behind a name that says so:
 * what the places of the others are for is not known.
 */
export function realSecretsIn(text: string): Match[] {
  const isBareNumber = ({ kind, offset, length }: Match): boolean =>
    DIGITS.includes(kind) && /^\d+$/.test(text.slice(offset, offset + length));
  const shaped = findByShape(text).filter((match) => !isBareNumber(match));
  return withoutOverlaps([...shaped, ...findNamedValues(text)].filter(({ isReal }) => isReal));
}

function withoutOverlaps(matches: readonly Match[]): Match[] {
  const sorted = [...matches].sort((a, b) => a.offset - b.offset || b.length - a.length);
  let end = 0;
  return sorted.filter(({ offset, length }) => {
    if (offset < end) return false;
    end = offset + length;
    return true;
  });
}
