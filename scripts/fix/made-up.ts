import type { PlacedScalar } from '../secrets/placed-scalars.js';
import type { SecretKind } from '../secrets/span.js';

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
 * somebody's, so it is no finding; but who has a recording cleaned expects it to be gone.
 */
export function isPersonal({ sensitive, text, isNumber }: PlacedScalar): boolean {
  if (sensitive === undefined || isNumber || text.trim() === '') return false;
  const madeUp = MADE_UP[sensitive];
  return madeUp !== undefined && !madeUp.test(text);
}
