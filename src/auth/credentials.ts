import { IamportError } from '../client/errors.js';

/** REST API key and secret of one merchant. */
export interface Credentials {
  readonly impKey: string;
  readonly impSecret: string;
}

/**
 * Checks a key and a secret.
 *
 * @throws {IamportError} `kind: 'input'` when one is missing or empty, or they are obviously swapped. It repeats neither.
 */
export function checkCredentials(impKey: unknown, impSecret: unknown): Credentials {
  const credentials = { impKey: checkOne('impKey', impKey), impSecret: checkOne('impSecret', impSecret) };
  if (credentials.impKey === credentials.impSecret) throw refusal('impKey and impSecret are the same');
  // Keys have 16 digits, secrets 80 letters and digits or more.
  if (credentials.impKey.length >= 60 && credentials.impSecret.length < 40) {
    throw refusal('impKey looks like a secret and impSecret like a key: they seem swapped');
  }
  // `imp` and 8 digits is the code for `IMP.init` in the browser.
  if (/^imp\d{8}$/.test(credentials.impKey)) throw refusal('impKey is the code for IMP.init, not a REST API key');
  return credentials;
}

function checkOne(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '' && !/\s/.test(value)) return value;
  if (value === undefined) throw refusal(`${name} is missing`);
  throw refusal(typeof value === 'string' ? `${name} is empty or holds white space` : `${name} is not a string`);
}

function refusal(why: string): IamportError {
  return new IamportError('input', `${why}; take them from the console, under "REST API keys"`);
}
