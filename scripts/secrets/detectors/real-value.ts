import { isRealCardNumber } from './card-number.js';
import { findEmails } from './email.js';
import { isRealPassword } from './password.js';
import { isRealPhone } from './phone.js';
import { looksRandom } from './randomness.js';
import { isRealResidentNumber } from './resident-number.js';
import type { SecretKind } from './span.js';

/**
 * Tells whether a value in a place for a secret could be a real one. Only for kinds whose values show it:
 * every name and address could be real.
 */
export function isRealValue(kind: SecretKind, value: string): boolean {
  switch (kind) {
    case 'card-number':
      return isRealCardNumber(value);
    case 'phone':
      return isRealPhone(value);
    case 'email':
      return findEmails(value).some(({ isReal }) => isReal);
    case 'resident-number':
      return isRealResidentNumber(value);
    case 'password':
      return isRealPassword(value);
    case 'key':
    case 'secret':
    case 'token':
    case 'identity-key':
      return looksRandom(value);
    default:
      return false;
  }
}
