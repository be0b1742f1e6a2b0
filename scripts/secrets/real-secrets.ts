import { nameOf } from '../json/pointer.js';
import { findByShape } from './detect.js';
import { embeddedScalars } from './embedded-json.js';
import { foldWidth } from './fold-width.js';
import { findNamedValues } from './detectors/named-value.js';
import { isHashName, isNumberName, isNumberText } from './detectors/ordinary-name.js';
import type { PlacedScalar } from './placed-scalars.js';
import { isRealValue } from './detectors/real-value.js';
import type { Match, SecretKind } from './detectors/span.js';

// Kinds that are bare digits in other fields too: transaction IDs, account numbers.
const DIGITS: readonly SecretKind[] = ['card-number', 'phone', 'resident-number'];
const OTHER_DIGITS: readonly (SecretKind | undefined)[] = ['account-number', 'business-number', 'key', 'otp', 'birth'];

/**
 * Finds what may be a real secret in a scalar; offsets count from the beginning of its text. The place decides where the
 * shape cannot: one 16-digit ID in ten has the check digit of a card number.
 */
export function realSecretsOf(scalar: PlacedScalar): Match[] {
  const { sensitive, place } = scalar;
  const text = foldWidth(scalar.text);
  if (sensitive !== undefined && isRealValue(sensitive, text))
    return [{ offset: 0, length: text.length, kind: sensitive, isReal: true }];
  const embedded = place === 'value' ? embeddedScalars(scalar.text) : undefined;
  if (embedded !== undefined) return embedded.flatMap((inner) => secretsInside(scalar.text, inner));
  const found = [...findByShape(text), ...findNamedValues(text)].filter(
    (match) => match.isReal && !isOrdinary(match, scalar),
  );
  return withoutOverlaps(found);
}

/** Escapes move what is behind them: then all of the inner value is the secret. */
function secretsInside(outer: string, inner: PlacedScalar): Match[] {
  const { offset, length, text } = inner;
  const isPlain = outer.slice(offset, offset + length) === text;
  return withoutOverlaps(
    realSecretsOf(inner).map((match) => ({
      ...match,
      offset: isPlain ? offset + match.offset : offset,
      length: isPlain ? match.length : length,
    })),
  );
}

/** Whether its place says that a value is something else: an order ID, a company's number, a hash. */
function isOrdinary({ kind, length, offset }: Match, scalar: PlacedScalar): boolean {
  const { text, sensitive, isKnown, pointer, place } = scalar;
  if (DIGITS.includes(kind) && isNumberText(text.slice(0, offset))) return true;
  if (length !== text.length || place === 'key') return false;
  const isKnownOther = isKnown && sensitive === undefined;
  if (kind === 'identity-key') return isKnownOther || isHashName(nameWithoutIndex(pointer));
  if (!DIGITS.includes(kind) || !/^\d+(?:-\d+)?$/.test(text)) return false;
  return isKnownOther || OTHER_DIGITS.includes(sensitive) || isNumberName(nameWithoutIndex(pointer));
}

function nameWithoutIndex(pointer: string): string {
  return nameOf(pointer).replace(/(?:\[\d+\])+$/, '');
}

/**
 * Finds what may be a real secret in a text that could not be parsed. Digits alone count only behind a name that says so:
 * what the places of the others are for is not known.
 */
export function realSecretsIn(given: string): Match[] {
  const text = foldWidth(given);
  const isBareNumber = ({ kind, offset, length }: Match): boolean =>
    DIGITS.includes(kind) && /^\d+$/.test(text.slice(offset, offset + length));
  const shaped = findByShape(text).filter((match) => !isBareNumber(match));
  const isOther = ({ kind, offset }: Match): boolean => DIGITS.includes(kind) && isNumberText(text.slice(0, offset));
  return withoutOverlaps([...shaped, ...findNamedValues(text)].filter((match) => match.isReal && !isOther(match)));
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
