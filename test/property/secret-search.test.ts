import fc from 'fast-check';
import { expect, it } from 'vitest';

import { holdsRealShape } from '../../scripts/secrets/detect.js';
import { luhnDigit } from '../../scripts/secrets/detectors/luhn.js';
import { residentCheckDigit } from '../../scripts/secrets/detectors/resident-number.js';
import { mayHoldSecrets } from '../../scripts/secrets/may-hold-secrets.js';

// The search that nearly every file ends with leaves out numbers by how they begin. It may not leave out one that a
// detector knows.

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
const between = fc.constantFrom('', '', ' ', '  ', '-', '.', '(', ')', '+', '_', '"', 'x', '0', '1');
const text = fc
  .array(fc.tuple(between, fc.oneof(card, resident, phone, digits(1, 20)), between), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(''));

it('finds a real number wherever a detector does', () => {
  const seen = { real: 0, harmless: 0 };
  fc.assert(
    fc.property(text, (given) => {
      const isReal = holdsRealShape(given);
      seen[isReal ? 'real' : 'harmless'] += 1;
      expect(mayHoldSecrets(given)).toBe(isReal);
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(seen.real, seen.harmless)).toBeGreaterThan(RUNS / 20);
});
