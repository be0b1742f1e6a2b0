import fc from 'fast-check';
import { expect, it } from 'vitest';

import { findByShape } from '../../scripts/secrets/detect.js';
import { findNamedValues } from '../../scripts/secrets/detectors/named-value.js';
import { luhnDigit } from '../../scripts/secrets/detectors/luhn.js';
import { residentCheckDigit } from '../../scripts/secrets/detectors/resident-number.js';
import { mayHoldSecrets } from '../../scripts/secrets/may-hold-secrets.js';

// The search that nearly every file ends with leaves out numbers by how they begin, and words without the signs of a
// secret. It may not leave out what a detector knows.

const RUNS = 5_000;

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((all) => all.join(''));
const card = digits(12, 18).map((body) => body + luhnDigit(body));
const resident = fc
  .tuple(digits(2, 2), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), digits(6, 6))
  .map(([year, month, day, rest]) => year + String(month).padStart(2, '0') + String(day).padStart(2, '0') + rest)
  .map((body) => body + residentCheckDigit(body));
const phone = fc
  .tuple(fc.constantFrom('010', '+82 10', '82-10', '02-', '+1 '), digits(7, 9))
  .map((all) => all.join(''));
const between = fc.constantFrom('', '', ' ', '  ', '-', '.', '(', ')', '+', '_', '"', 'x', '0', '1', '%20', '%3D');
const text = fc
  .array(fc.tuple(between, fc.oneof(card, resident, phone, digits(1, 20)), between), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(''));

it('finds a real number wherever a detector does', () => {
  const seen = { real: 0, harmless: 0 };
  fc.assert(
    fc.property(text, (given) => {
      const isReal = findByShape(given).some((match) => match.isReal);
      seen[isReal ? 'real' : 'harmless'] += 1;
      expect(mayHoldSecrets(given)).toBe(isReal);
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(seen.real, seen.harmless)).toBeGreaterThan(RUNS / 20);
});

const name = fc.constantFrom(
  'password',
  'Pwd',
  'passphrase',
  'cardNo',
  'API_KEY',
  'civalue',
  'info',
  'amount',
  'token',
);
const value = fc.constantFrom(
  ...['hunter2x!', 'x9$kQ2mz', 'null', 'true', '123456', '1234567890123', '4012888888881881', '9f8A7b6C5d4E3f2a1', ''],
  ...['sk_live_9f8A7b6C5d4E3f2a1', 'AKIAQ7W3E5R8T1Y6U4I9', 'xoxb-9f8A7b6C5d4E', 'Bearer 9f8A7b6C5d4E3f2a1'],
  ...['https://bob:s3cr3tX9@db.internal', 'a@naver.com', 'nullx9$kQ2mz', '-----BEGIN PRIVATE KEY-----'],
);
const colon = fc.constantFrom('":"', '": "', '":', '=', ': ', '\\":\\"');
const end = fc.constantFrom('",', '}', '\n', ' ', '"}', ',"', ']');
const words = fc.tuple(fc.constantFrom('"', '{"', '', '\\"'), name, colon, value, end).map((parts) => parts.join(''));

it('finds a real value wherever a detector does', () => {
  const seen = { real: 0, harmless: 0 };
  fc.assert(
    fc.property(words, (given) => {
      const isReal = [...findByShape(given), ...findNamedValues(given)].some((match) => match.isReal);
      seen[isReal ? 'real' : 'harmless'] += 1;
      expect(mayHoldSecrets(given)).toBe(isReal);
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(seen.real, seen.harmless)).toBeGreaterThan(RUNS / 20);
});
