import { matchesOf } from './matches-of.js';
import type { Match } from './span.js';

// Base64 in lines, whose breaks may be escaped, with headers such as `Proc-Type`. RSA with 16,384 bits takes 12,600 characters.
const BODY = String.raw`(?:[A-Za-z0-9+/=\s\\:,.]|-(?!----)){0,16384}`;
const LABEL = '(?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----';

// Everything behind the first line is optional: a search never goes back.
const FROM_BEGIN = new RegExp(`-----BEGIN ${LABEL}(${BODY})(?:-----END ${LABEL})?`, 'g');
const TO_END = new RegExp(`(?<=(${BODY}))-----END ${LABEL}`, 'g');

// The shortest key, of an elliptic curve, has 64 characters.
const SHORTEST = 40;

/** Private keys in PEM. A part that has only the first or only the last line is found too: excerpts cut keys. */
export function findPrivateKeys(text: string): Match[] {
  if (!text.includes('PRIVATE KEY')) return [];
  const whole = matchesOf(FROM_BEGIN, text).map(({ 0: shown, 1: body = '', index }) => match(index, shown, body));
  const ends = matchesOf(TO_END, text).map(({ 0: shown, 1: body = '', index }) =>
    match(index - body.length, body + shown, body),
  );
  return [...whole, ...ends.filter(({ offset }) => !whole.some((each) => isInside(offset, each)))];
}

function match(offset: number, shown: string, body: string): Match {
  const drawn = body.replace(/\\[nr]|[^A-Za-z0-9+/]/g, '');
  const isReal = drawn.length >= SHORTEST && new Set(drawn).size >= SHORTEST / 2 && !body.includes('...');
  return { offset, length: shown.length, kind: 'key', isReal };
}

function isInside(offset: number, { offset: start, length }: Match): boolean {
  return offset >= start && offset < start + length;
}
