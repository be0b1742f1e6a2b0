import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

import { pascalCase } from '../../scripts/openapi/identifiers.js';
import { FORMATS } from '../../scripts/json/formats/format-table.js';
import { emitSchemas } from '../emitted-folder.js';
import { DIFFERENCES } from './format-differences.js';
import { ANY_PIECES, FORMAT_SAMPLES, type Samples } from './format-samples.js';

// Our checks of formats must say what `ajv-formats` says, but where it is wrong. The long form (`npm run test:long`) asks
// a million times for each.
const RUNS = process.env.MODE === 'long' ? 1_000_000 : 20_000;

const schemas = Object.entries(FORMATS).map(([format, { type }]) => [pascalCase(format), { type, format }] as const);
const emitted = await emitSchemas(Object.fromEntries(schemas));
afterAll(() => rmSync(emitted.path, { recursive: true }));

const ours = (format: string): ((value: unknown) => boolean) => emitted.is(pascalCase(format));

function theirs(format: string): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false });
  formatsPlugin.default(ajv, { mode: 'full' });
  const validate = ajv.compile({ type: FORMATS[format]?.type, format });
  return (value) => validate(value);
}

/** Pieces at random, halves of two that are right, and one that is right with up to three edits. */
function textsOf({ valid, pieces }: Samples): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...pieces, ...pieces, ...ANY_PIECES);
  const whole = fc.constantFrom(...valid);
  const place = fc.nat(300);
  const halves = fc.tuple(whole, whole, place, place);
  const edits = fc.array(fc.tuple(place, piece, fc.nat(2)), { maxLength: 3 });
  const edited = fc.tuple(whole, edits).map(([text, list]) =>
    list.reduce((current, [at, put, cut]) => {
      const from = at % (current.length + 1);
      return current.slice(0, from) + put + current.slice(from + cut);
    }, text),
  );
  return fc.oneof(
    fc.array(piece, { maxLength: 11 }).map((list) => list.join('')),
    halves.map(([a, b, to, from]) => a.slice(0, to % (a.length + 1)) + b.slice(from % (b.length + 1))),
    edited,
    edited,
  );
}

const numbers = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, 2 ** 31, -(2 ** 31), 2 ** 31 - 1, -(2 ** 31) - 1, 2 ** 63, -(2 ** 63), 2 ** 64, 1e300, 0.5),
);

const cases = Object.keys(FORMATS).map((format): [string, fc.Arbitrary<unknown>] => {
  const samples = FORMAT_SAMPLES[format];
  return [format, samples === undefined ? numbers : textsOf(samples)];
});

describe('is what ajv-formats says:', () => {
  it.each(cases)(
    '%s',
    (format, values) => {
      const [mine, other] = [ours(format), theirs(format)];
      const differences = DIFFERENCES.filter((difference) => difference.format === format);
      const verdicts = { true: 0, false: 0 };
      fc.assert(
        fc.property(values, (value) => {
          const verdict = mine(value);
          verdicts[`${verdict}`] += 1;
          if (verdict === other(value)) return;
          const isMeant = differences.some(({ isValid, isOfKind }) => isValid === verdict && isOfKind(String(value)));
          if (!isMeant) expect(value).toBe(verdict ? 'refused' : 'accepted');
        }),
        { numRuns: RUNS },
      );
      // Both verdicts must have been put to the test.
      expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(RUNS / 50);
    },
    600_000,
  );
});

describe('differs where ajv-formats is wrong:', () => {
  it.each(DIFFERENCES)('$format $value: $reason', ({ format, value, isValid, isOfKind }) => {
    expect({ ours: ours(format)(value), theirs: theirs(format)(value) }).toEqual({ ours: isValid, theirs: !isValid });
    expect(isOfKind(String(value))).toBe(true);
  });
});

it.each(Object.entries(FORMAT_SAMPLES))('%s accepts its samples', (format, { valid }) => {
  expect(valid.filter((text) => !ours(format)(text))).toEqual([]);
});

/** Long texts that begin well, go on for ever and end badly. */
function hostileTexts({ valid, pieces }: Samples, length: number): string[] {
  return ['', valid[0] ?? ''].flatMap((head) =>
    pieces.map((piece) => `${head}${piece.repeat(Math.ceil(length / piece.length))}\u0000`),
  );
}

/** Milliseconds that the slowest of some texts takes, each the best of a few rounds: other programs run beside. */
function slowest(check: (value: unknown) => boolean, texts: readonly string[]): number {
  const times = texts.map((text) => {
    let best = Infinity;
    for (let round = 0; round < 5 && best > QUICK; round += 1) {
      const started = performance.now();
      check(text);
      best = Math.min(best, performance.now() - started);
    }
    return best;
  });
  return Math.max(...times);
}

// In milliseconds; what is below is noise on a busy machine.
const QUICK = 25;

it.each(Object.entries(FORMAT_SAMPLES))(
  '%s takes time in proportion to the length of a hostile text',
  (format, samples) => {
    const check = ours(format);
    const [ten = 0, hundred = 0, million = 0] = [10_000, 100_000, 1_000_000].map((length) =>
      slowest(check, hostileTexts(samples, length)),
    );
    // What grows with the square takes a hundred times as long each time, and hours for a million.
    expect(hundred).toBeLessThan(30 * Math.max(ten, QUICK));
    expect(million).toBeLessThan(30 * Math.max(hundred, QUICK));
  },
  60_000,
);
