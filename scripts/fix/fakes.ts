import { luhnDigit } from '../secrets/detectors/luhn.js';
import { residentCheckDigit } from '../secrets/detectors/resident-number.js';
import type { SecretKind } from '../secrets/detectors/span.js';

const DAY = 86_400_000;
const FIRST_BIRTHDAY = Date.UTC(1990, 0, 1);

const DATE = /^(\d{6}|\d{4}(\D?)\d{2}\2\d{2})$/;

const HANGUL = /[가-힣]/;

// Words before a key that say what it is for.
const KEY_PREFIX =
  /^(?:channel[-_](?:key|group)[-_]|(?:live|test)[-_]|g?[spr]k[-_]|gh[pousr]_|github_pat_|xox[a-z]-|whsec_|npm_|glpat-|A[KS]IA|AIza|SG\.|(?:Bearer|Basic)[ \t]+)*/i;

const PEM = /^(-----BEGIN [A-Z0-9 ]+-----)?[^]*?(-----END [A-Z0-9 ]+-----)?$/;

type Fake = (original: string, number: number) => string;

const FAKES: Readonly<Partial<Record<SecretKind, Fake>>> = {
  'card-number': withDigits(fakeCardDigits),
  phone: withDigits(fakePhoneDigits),
  'resident-number': withDigits(fakeResidentDigits),
  email: (original, number) => `user${number}${original.includes('@') ? '@' : '%40'}example.com`,
  'identity-key': fakeBase64,
  token: (original, number) =>
    original.startsWith('eyJ') && original.includes('.') ? fakeJwt(number) : fakeKey(original, number),
  name: (original, number) => (HANGUL.test(original) ? `예시${number}` : `Example ${number}`),
  address: (original, number) => (HANGUL.test(original) ? `예시로 ${number}` : `${number} Example Street`),
  birth: (original, number) => {
    if (!DATE.test(original)) return fakeKey(original, number);
    return inShapeOf(original, original.length === 6 ? '900101' : '19900101');
  },
  // Reserved for documentation, RFC 5737.
  'ip-address': (_original, number) => `192.0.2.${number % 255}`,
  password: (original, number) => `${original.includes(':') ? `user${number}:` : ''}password${number}`,
  key: (original, number) => (original.includes('-----') ? fakePem : fakeKey)(original, number),
};

/**
 * Makes the `number`th made-up value of a kind in the shape of the original: same separators, same length where the
 * shape has one. It shows no more of the original than a mask does, is valid where the original was (check digits), and
 * {@link isRealValue} and the detectors know it for what it is.
 */
function makeFake(kind: SecretKind, original: string, number: number): string {
  // The kind is what the spec says, which may be any text.
  const fake = Object.hasOwn(FAKES, kind) ? FAKES[kind] : undefined;
  return (fake ?? fakeKey)(original, number);
}

function withDigits(fakeDigits: Fake): Fake {
  return (original, number) => inShapeOf(original, fakeDigits(original.replace(/\D/g, ''), number));
}

/** The first and the last line of a key in PEM, and between them zeros with the number at the end. */
function fakePem(original: string, number: number): string {
  const [, begin = '', end = ''] = PEM.exec(original) ?? [];
  return [begin, String(number).padStart(64, '0'), end].join('\n');
}

/** Puts digits into the places where another number has its own. */
function inShapeOf(original: string, digits: string): string {
  let index = 0;
  return original.replace(/\d/g, () => digits[index++] ?? '0');
}

/** The network's first four digits, zeros, the number, and the check digit. */
function fakeCardDigits(original: string, number: number): string {
  const body = original.slice(0, 4) + String(number).padStart(original.length - 5, '0');
  return body + luhnDigit(body);
}

/** The country's and the operator's digits, an exchange of zeros, and the number. */
function fakePhoneDigits(original: string, number: number): string {
  const isFourDigitExchange = /^(82)?0?1\d{9}$|^(82)?0?\d{10}$/.test(original) && original.length >= 10;
  const zeros = isFourDigitExchange && original.length >= 11 ? 4 : 3;
  return original.slice(0, -(zeros + 4)) + '0'.repeat(zeros) + String(number % 10_000).padStart(4, '0');
}

/** A birthday for each number, the century and sex that fit it, zeros, and the check digit. */
function fakeResidentDigits(original: string, number: number): string {
  const birthday = new Date(FIRST_BIRTHDAY + (number % 3_600) * DAY).toISOString().slice(2, 10).replaceAll('-', '');
  const sex = Number(original[6]) % 2 === 1 ? '1' : '2';
  const body = `${birthday}${sex}00000`;
  return body + residentCheckDigit(body);
}

/** Zeros, with the number in the last four bytes. */
function fakeBase64(original: string, number: number): string {
  const bytes = Buffer.alloc(Math.max(4, Buffer.from(original, 'base64').length));
  bytes.writeUInt32BE(number, bytes.length - 4);
  return bytes.toString('base64');
}

function fakeJwt(number: number): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signature = Buffer.alloc(64).toString('base64url');
  return `${encode({ alg: 'HS256' })}.${encode({ sub: `user${number}` })}.${signature}`;
}

/** Zeros for letters and digits, with the number at the end. */
function fakeKey(original: string, number: number): string {
  const prefix = KEY_PREFIX.exec(original)?.[0] ?? '';
  const rest = original.slice(prefix.length);
  const places = rest.match(/[A-Za-z0-9]/g)?.length ?? 0;
  const digits = String(number)
    .padStart(places, '0')
    .slice(-places || undefined);
  let index = 0;
  return (
    prefix + rest.replace(/[^-_.]/g, (character) => (/[A-Za-z0-9]/.test(character) ? (digits[index++] ?? '0') : '0'))
  );
}

const MOST_TRIES = 1_000;

/** Gives made-up values for real ones: always the same one for the same value, different ones for different values. */
export type Pseudonymizer = (kind: SecretKind, original: string) => string;

/**
 * Creates a pseudonymizer. Values are numbered in the order they come: a made-up value that was computed from the original,
 * by a hash for instance, would give it away, since all card numbers of a bank can be tried in minutes. So nothing
 * is kept: a value that comes back in a later run gets a new number. `isTaken` tells what the files contain already,
 * so that nothing new becomes the same as something old.
 */
export function createPseudonymizer(isTaken: (fake: string) => boolean): Pseudonymizer {
  const numbers = new Map<string, number>();
  const last = new Map<SecretKind, number>();
  return (kind, original) => {
    const key = `${kind} ${identityOf(kind, original)}`;
    const known = numbers.get(key);
    if (known !== undefined) return makeFake(kind, original, known);
    let number = (last.get(kind) ?? 0) + 1;
    // A kind with few made-up values, or a single one, repeats them in the end.
    for (let tries = 0; tries < MOST_TRIES && isTaken(makeFake(kind, original, number)); tries += 1) number += 1;
    last.set(kind, number);
    numbers.set(key, number);
    return makeFake(kind, original, number);
  };
}

/** What two spellings of the same value share. */
function identityOf(kind: SecretKind, original: string): string {
  if (kind === 'card-number' || kind === 'resident-number') return original.replace(/\D/g, '');
  if (kind === 'phone') return original.replace(/\D/g, '').replace(/^82/, '0').replace(/^00/, '0');
  if (kind === 'email') return original.toLowerCase().replace('%40', '@');
  return original;
}
