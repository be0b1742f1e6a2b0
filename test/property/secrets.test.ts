import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { validateCommand } from '../../scripts/commands/validate.js';
import type { Invocation } from '../../scripts/commands/command.js';
import { luhnDigit } from '../../scripts/secrets/detectors/luhn.js';
import { residentCheckDigit } from '../../scripts/secrets/detectors/resident-number.js';
import { createRandom } from '../secrets/random.js';
import { SHAPED } from '../secrets/secret-values.js';

// Any secret, anywhere in a file: no output of the program contains it.

// The same secrets every time, so that it fails only after a change.
const EFFORT = { numRuns: process.env.MODE === 'long' ? 250 : 60, seed: 20 };
const LIMIT = process.env.MODE === 'long' ? 600_000 : 60_000;

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'secrets-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const from = (characters: string, length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...characters.split('')), { minLength: length, maxLength: length })
    .map((all) => all.join(''))
    .filter((text) => new Set(text).size >= 10 && /\d/.test(text) && /[a-z]/i.test(text));

// Without zeros: those stand in what is made up.
const HEX = '123456789abcdef';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz123456789';

const card = fc.tuple(fc.constantFrom('4', '51', '35'), digits(15)).map(([prefix, rest]) => {
  const body = (prefix === '35' ? '3530' : prefix) + rest;
  return body.slice(0, 15) + luhnDigit(body.slice(0, 15));
});
const phone = digits(8).map((rest) => `010-${rest.slice(0, 4)}-${rest.slice(4)}`);
const resident = digits(5).map((rest) => `880515-2${rest}${residentCheckDigit(`8805152${rest}`)}`);
const email = from(LETTERS.toLowerCase(), 12).map((name) => `${name}@naver.com`);

/** Secrets that shape alone tells, wherever they stand. */
const shaped = fc.oneof(
  card,
  card.map((number) => number.replace(/(.{4})(?=.)/g, '$1-')),
  phone,
  phone.map((number) => number.replaceAll('-', '')),
  resident,
  email,
  from(HEX, 40),
  from(`${LETTERS}+/`, 86).map((text) => `${text}==`),
  from(LETTERS, 24).map((text) => `Bearer ${text}`),
  from(LETTERS, 30).map((text) => `eyJhbGciOiJI.${text}.${text.slice(9)}`),
  from(`${LETTERS}-_`, 54),
  ...Object.entries(SHAPED).flatMap(([code, makers]) =>
    /^secret\/(?:key|resident-number)$/.test(code)
      ? makers.map((make) => fc.nat().map((seed) => make(createRandom(seed))))
      : [],
  ),
);
/** Secrets that only their place tells. */
const NAMED =
  'access_token card_number buyer_tel buyer_email buyer_addr imp_secret imp_key unique_key birth vbank_num customer_uid cvc user_password'.split(
    ' ',
  );
const named = fc.tuple(fc.constantFrom(...NAMED), from(LETTERS, 20));

interface Hidden {
  readonly secrets: readonly string[];
  readonly document: Readonly<Record<string, unknown>>;
}

const hidden: fc.Arbitrary<Hidden> = fc

  .tuple(shaped, shaped, shaped, named, shaped)
  .map(([a, b, c, [name, value], key]) => ({
    secrets: [a, b, c, value, key],
    document: {
      code: '0',
      message: `failed for ${a}: try again`,
      response: {
        imp_uid: 7,
        origin: `https://shop:${value}@db.shop.kr/`,
        merchant_uid: b,
        [name]: value,
        [key]: 1,
        status: 'payed',
        custom_data: JSON.stringify({ note: c, [name]: value }),
        cancel_history: [{ [name]: { deep: [value] }, pg_tid: c }],
      },
    },
  }));

/** How the same document may stand in a file. */
const NOTATIONS: readonly (readonly [file: string, write: (document: object) => string])[] = [
  ['200.json', (document) => JSON.stringify(document, null, 2)],
  ['200.flat.json', (document) => JSON.stringify(document)],
  ['200.broken.json', (document) => JSON.stringify(document, null, 1).slice(0, -9)],
  [
    '200.escaped.json',
    (document) =>
      JSON.stringify(document)
        .replace(/\d/g, (digit) => `\\u003${digit}`)
        .replace('"code":"\\u0030"', '"code":"0"'),
  ],
  ['200.comments.jsonc', (document) => `// ${JSON.stringify(document)}\n${JSON.stringify(document, null, 2)}`],
  ['200.lines.ndjson', (document) => `${JSON.stringify(document)}\n${JSON.stringify(document)}\n`],
  ['200.flow.yaml', (document) => JSON.stringify(document, null, 2)],
];

const RUNS: readonly (readonly string[])[] = [
  ...['pretty', 'compact', 'json', 'sarif', 'junit', 'github', 'checkstyle', 'codeclimate', 'markdown'].map(
    (format) => ['format', format],
  ),
  ['lang', 'ko'],
  ['explain'],
  ['redact'],
  ['fix', 'dry-run'],
];

async function said(file: string, run: readonly string[]): Promise<string> {
  const out: string[] = [];
  const say = (text: string): void => void out.push(text);
  const flags = new Map<string, string>(run[0] === 'format' || run[0] === 'lang' ? [[run[0], run[1]!]] : []);
  flags.set('generated', path.resolve('generated'));
  const invocation: Invocation = {
    positionals: [file],
    text: (flag) => flags.get(flag),
    texts: (flag) => [flags.get(flag) ?? []].flat(),
    isSet: (flag) => run.includes(flag),
    cwd: folder,
    env: {},
    stdout: say,
    stderr: say,
    isInteractive: false,
    paint: (_style, text) => text,
  };
  await validateCommand.run(invocation).catch((error: unknown) => say(String(error)));
  return out.join('');
}

// Sixteen hexadecimal digits: the secrets that look like that have forty.
const FINGERPRINT = /"(?:iamportKit\/v1|fingerprint)": "[0-9a-f]{16}(?:-\d+)?"/g;

// What says whose key it is: fake keys have it, and so have explanations.
const ISSUER = /^(?:github_pat_|(?:live|sk)_(?:g?sk|live)_|gh._|AKIA|xox.-)|-----(?:BEGIN|END)[A-Z ]+-----/g;

/** Every part of six characters that a mask may not leave. */
function leaksOf(whole: string, output: string): string[] {
  const secret = whole.replace(ISSUER, '');
  const parts = Array.from({ length: secret.length - 5 }, (_, index) => secret.slice(index, index + 6));
  const isCommon = (part: string): boolean =>
    /naver\.|aver\.c|ver\.co|er\.com|@naver|^010-|eyJhbG|yJhbGc|JhbGci|hbGciO|bGciOi|GciOiJ|ciOiJI|iOiJI|Bearer|earer /.test(
      part,
    );
  // What a mask puts there is percent-encoded in URIs, and ends like a number: `A2-1234`. Hashes have all digits sometimes.
  const said = output.replaceAll('%E2%80%A2', '•').replace(FINGERPRINT, '');
  return parts.filter((part) => !isCommon(part) && said.includes(part));
}

describe('no output holds a secret', () => {
  it.each(NOTATIONS)(
    'of %s',
    async (name, write) => {
      const file = path.join('getPayment', name);
      mkdirSync(path.join(folder, 'getPayment'), { recursive: true });
      await fc.assert(
        fc.asyncProperty(fc.noShrink(hidden), fc.constantFrom(...RUNS), async ({ secrets, document }, run) => {
          writeFileSync(path.join(folder, file), write(document));
          const output = await said(file, run);
          expect(output).not.toBe('');
          expect({ run, leaks: secrets.flatMap((secret) => leaksOf(secret, output)).slice(0, 3) }).toEqual({
            run,
            leaks: [],
          });
        }),
        EFFORT,
      );
    },
    LIMIT,
  );

  it(
    'nor the name of a file',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.noShrink(shaped.filter((secret) => !/[/\n]/.test(secret))),
          fc.constantFrom(...RUNS),
          async (secret, run) => {
            const file = path.join('getPayment', `200.${secret}.json`);
            writeFileSync(path.join(folder, file), '{"code":"0"}');
            const output = await said(file, run);
            rmSync(path.join(folder, file));
            expect({ run, leaks: leaksOf(secret, output).slice(0, 3) }).toEqual({ run, leaks: [] });
          },
        ),
        EFFORT,
      );
    },
    LIMIT,
  );
});
