import type { SECRET_ENTRIES } from '../messages/secret.js';
import { childPointer, parentOf } from '../json/pointer.js';
import { finding } from '../messages/finding.js';
import type { Diagnostic, Location } from '../messages/diagnostic.js';
import type { BrokenText, SourceDocument } from '../source/document.js';
import { createPositions } from '../source/locate.js';
import { mayHoldSecrets } from './may-hold-secrets.js';
import { placedScalars, type PlacedScalar } from './placed-scalars.js';
import { realSecretsIn, realSecretsOf } from './real-secrets.js';
import type { Match, SecretKind } from './detectors/span.js';

/** The finding of each kind; the kinds without one are masked only, because harmless values look the same. */
const CODES: Readonly<Record<SecretKind, keyof typeof SECRET_ENTRIES | undefined>> = {
  'card-number': 'secret/card-number',
  'resident-number': 'secret/resident-number',
  'identity-key': 'secret/identity-key',
  email: 'secret/email',
  phone: 'secret/phone',
  token: 'secret/token',
  key: 'secret/key',
  secret: 'secret/key',
  password: 'secret/password',
  account: undefined,
  'account-number': undefined,
  address: undefined,
  'billing-key': undefined,
  birth: undefined,
  'business-number': undefined,
  'card-cvc': undefined,
  'card-expiry': undefined,
  gender: undefined,
  'identity-number': undefined,
  'ip-address': undefined,
  name: undefined,
  otp: undefined,
  postcode: undefined,
};

/**
 * Finds values that may belong to a real person or account: one finding for each value and kind. Published test numbers,
 * reserved domains and what `--redact` writes are left out. Where there is nothing it costs a search of the text, and the
 * schema is not read.
 *
 * @param now Unix time in seconds: a token whose `expired_at` is before it is a warning.
 */
export function secretFindings(
  document: SourceDocument,
  schemaOf: () => unknown = () => undefined,
  now = Date.now() / 1000,
): Diagnostic[] {
  if (!mayHoldSecrets(document.text)) return [];
  const scalars = placedScalars(document, schemaOf());
  return scalars.flatMap((scalar) => {
    const { pointer, place } = scalar;
    const kinds = new Map(realSecretsOf(scalar).map((match) => [match.kind, match]));
    return [...kinds.values()].flatMap((match) => {
      const at = { file: document.file, pointer, ...document.locate(pointer, place) };
      const isExpired = match.kind === 'token' && place === 'value' && hasExpired(pointer, scalars, now);
      return findingOf(isExpired ? { ...match, limit: 'expired' } : match, at, place);
    });
  });
}

/** The same for a text that could not be parsed, where shapes and names are all there is. */
export function brokenSecretFindings(file: string, broken: BrokenText | undefined): Diagnostic[] {
  if (broken === undefined || !mayHoldSecrets(broken.text)) return [];
  const positionOf = createPositions(broken.text, broken.firstLine);
  return realSecretsIn(broken.text).flatMap((match) =>
    findingOf(match, { file, pointer: '', ...positionOf(match.offset), length: match.length }, 'value'),
  );
}

function findingOf({ kind, limit }: Match, at: Location, place: 'key' | 'value'): Diagnostic[] {
  const code = CODES[kind];
  if (code === undefined) return [];
  const found = finding(code, at, { place, ...(limit !== undefined && { limit }) });
  return [limit === undefined ? found : { ...found, severity: 'warning' }];
}

/** Whether the object that holds a token has an `expired_at`, in seconds, that is in the past. */
function hasExpired(pointer: string, scalars: readonly PlacedScalar[], now: number): boolean {
  const expiry = childPointer(parentOf(pointer), 'expired_at');
  return scalars.some(
    (each) => each.place === 'value' && each.pointer === expiry && each.isNumber && Number(each.text) < now,
  );
}
