import { createPseudonymizer, type Pseudonymizer } from './fakes.js';
import type { CollectedFile } from './collected-file.js';
import { planRewrites, type Rewrite } from './rewrite.js';
import type { TextEdit } from '../source/text-edit.js';
import type { SourceDocument } from '../source/document.js';
import { foldWidth } from '../secrets/fold-width.js';
import { type PlacedScalar, placedScalars } from '../secrets/placed-scalars.js';
import { realSecretsOf } from '../secrets/real-secrets.js';
import type { SecretSpan, SecretKind } from '../secrets/detectors/span.js';

/**
 * Works out how to put made-up values in the place of real ones, the same one wherever the same value stands. Files that
 * cannot be parsed are left out.
 *
 * @throws {UsageError} when a file cannot be read any more.
 */
export function planRedaction(files: readonly CollectedFile[]): Rewrite[] {
  const whole = files.filter(({ isWhole }) => isWhole);
  const texts = whole.flatMap(({ documents }) => documents.map(({ document }) => document?.text ?? ''));
  const pseudonymize = createPseudonymizer((fake) => texts.some((text) => text.includes(fake)));
  return planRewrites(whole, ({ document, schema }) => redactionsOf(document, schema, pseudonymize));
}

/** The edits that put made-up values in the place of real ones; offsets count from the beginning of the document. */
export function redactionsOf(document: SourceDocument, schema: unknown, pseudonymize: Pseudonymizer): TextEdit[] {
  return placedScalars(document, schema).flatMap((scalar) => redactionsOfScalar(scalar, document, pseudonymize));
}

/** What of a scalar is replaced; offsets count from the beginning of what it says. */
function replacedIn(scalar: PlacedScalar): SecretSpan[] {
  const { sensitive, text } = scalar;
  const isWhole = sensitive !== undefined && isPersonal(scalar);
  return isWhole ? [{ offset: 0, length: text.length, kind: sensitive }] : realSecretsOf(scalar);
}

function redactionsOfScalar(
  scalar: PlacedScalar,
  { text: source, syntax }: SourceDocument,
  pseudonymize: Pseudonymizer,
): TextEdit[] {
  const { offset, length, text } = scalar;
  const written = source.slice(offset, offset + length);
  const places = written === text || syntax === 'yaml' ? undefined : placesOf(written);
  return replacedIn(scalar).flatMap(({ offset: start, length: size, kind }): TextEdit[] => {
    const original = text.slice(start, start + size);
    const fake = pseudonymize(kind, foldWidth(original));
    if (written === text) return [{ offset: offset + start, length: size, content: fake }];
    // In the other notations of YAML the value itself is written, between line breaks and indentation.
    const at = places?.[start] ?? written.indexOf(original);
    const end = places?.[start + size] ?? at + size;
    return at === -1 ? [] : [{ offset: offset + at, length: end - at, content: JSON.stringify(fake).slice(1, -1) }];
  });
}

/** Where each UTF-16 code unit of a JSON string is written, and where the last one ends. */
function placesOf(written: string): number[] {
  const places: number[] = [];
  for (
    let offset = 0;
    offset < written.length;
    offset += written[offset] !== '\\' ? 1 : written[offset + 1] === 'u' ? 6 : 2
  )
    places.push(offset);
  return [...places, written.length];
}

const SAMPLE_WORD = /예시|보기|가상|테스트|홍길동|test|sample|example|dummy|string/i;

// What `--redact` replaces by its place alone, and how it tells what is made up already.
const MADE_UP: Readonly<Partial<Record<SecretKind, RegExp>>> = {
  name: SAMPLE_WORD,
  address: SAMPLE_WORD,
  'account-number': /^[0-]{4}|\*/,
  'identity-number': /^[0-]{4}|^01\d-?0000|^.{0,5}$|\*/,
  birth: /^(19)?90\D?01\D?01$|^.{0,5}$|^[^\d]*$|^[0-]{4}/,
  // Documentation, private networks, this machine.
  'ip-address': /^(192\.0\.2|198\.51\.100|203\.0\.113|192\.168|10|127)\.|^2001:db8:/i,
};

/**
 * Tells whether a value belongs to a person as far as its place goes. Nothing shows whether a name or an account is
 * real, so there is no finding; but a redacted recording must not contain it.
 */
export function isPersonal({ sensitive, text, isNumber }: PlacedScalar): boolean {
  if (sensitive === undefined || isNumber || text.trim() === '') return false;
  const madeUp = MADE_UP[sensitive];
  return madeUp !== undefined && !madeUp.test(text);
}
