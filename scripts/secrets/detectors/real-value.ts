import { isRealCardNumber } from './card-number.js';
import { findEmails } from './email.js';
import { isRealPassword } from './password.js';
import { isRealPhone } from './phone.js';
import { looksRandom } from './randomness.js';
import { isRealResidentNumber } from './resident-number.js';
import type { SecretKind } from './span.js';

/** Only for kinds whose values show it: every name and address could be real. */
const TESTS: Readonly<Partial<Record<SecretKind, (value: string) => boolean>>> = {
  'card-number': isRealCardNumber,
  phone: isRealPhone,
  email: (value) => findEmails(value).some(({ isReal }) => isReal),
  'resident-number': isRealResidentNumber,
  password: isRealPassword,
  key: looksRandom,
  secret: looksRandom,
  token: looksRandom,
  'identity-key': looksRandom,
};

/** Tells whether a value in a place for a secret could be a real one. */
export function isRealValue(kind: SecretKind, value: string): boolean {
  return Object.hasOwn(TESTS, kind) && TESTS[kind]?.(value) === true;
}
