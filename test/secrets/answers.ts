import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { NAMED_MISSES, TEXT_MISSES, type NearMiss } from './near-misses.js';
import { BASE64, createRandom, HEX, type Random } from './random.js';
import { cardDigits, residentDigits, SHAPED } from './secret-values.js';

const FIXTURES = 'test/fixtures';
const KINDS =
  'PaymentResponse PaymentWebhook PaymentCallback getCertification cancelPayment findAllPayments issueBillingKey'.split(
    ' ',
  );

/** A made-up answer of the API. */
export interface Answer {
  /** Schema or operation: the folder it belongs into. */
  readonly kind: string;
  readonly value: object;
  /** Where the secret is, and the code of its finding. */
  readonly planted?: { readonly pointer: string; readonly code: string };
}

type Members = Record<string, unknown>;

interface Template {
  readonly kind: string;
  readonly text: string;
}

/**
 * Makes answers: recorded ones with other IDs, one to four values each that look like secrets, and in every other one a
 * secret. The same ones for the same seed.
 */
export function makeAnswers(count: number, seed: number): Answer[] {
  const random = createRandom(seed);
  const templates = KINDS.flatMap((kind) =>
    readdirSync(path.join(FIXTURES, kind)).map((file): Template => ({
      kind,
      text: readFileSync(path.join(FIXTURES, kind, file), 'utf8'),
    })),
  );
  return Array.from({ length: count }, (_, index) => makeAnswer(random.pick(templates), random, index % 2 === 0));
}

function makeAnswer({ kind, text }: Template, random: Random, hasSecret: boolean): Answer {
  // Fixtures are valid JSON objects.
  const value = JSON.parse(renumbered(text, random)) as Members;
  const isWrapped = typeof value.response === 'object' && value.response !== null && !Array.isArray(value.response);
  // Checked right above.
  const target = isWrapped ? (value.response as Members) : value;
  const misses = Array.from({ length: 1 + random.int(4) }, () =>
    random.pick([...NAMED_MISSES, ...TEXT_MISSES])(random),
  );
  for (const miss of misses) placeMiss(miss, target, random);
  if (!hasSecret) return { kind, value };
  const { key, code } = plant(target, random);
  return { kind, value, planted: { pointer: `${isWrapped ? '/response' : ''}/${key}`, code } };
}

/** Other IDs and tokens of URLs in a recorded answer. */
function renumbered(text: string, random: Random): string {
  return text
    .replace(/imp_\d+/g, (id) => `imp_${random.digits(id.length - 4)}`)
    .replace(/[0-9a-f]{64}/g, () => random.text(64, HEX));
}

const SENTENCES = ['%', '% 건 확인 부탁드립니다', 'failed: % (try again)', '고객 요청으로 % 취소'];

function sentence(part: string | number, { pick }: Random): string {
  return pick(SENTENCES).replace('%', () => String(part));
}

/** Into a property of its name, known or not, into the merchant's own JSON, or into a sentence. */
function placeMiss({ name, value }: NearMiss, target: Members, random: Random): void {
  if (name === undefined) {
    const key = random.pick(['fail_reason', 'cancel_reason', 'note']);
    if (key === 'note' || typeof target[key] === 'string') target[key] = sentence(value, random);
  } else if (name in target || random.int(2) === 0) {
    if (typeof target[name] === 'string' || !(name in target)) target[name] = value;
  } else if (target.custom_data === null || target.custom_data === undefined)
    target.custom_data = JSON.stringify({ shop: { [name]: value } });
}

const NAMED: readonly (readonly [key: string, code: string, make: (random: Random) => string | number])[] = [
  ['buyer_tel', 'secret/phone', ({ digits }) => `0102${digits(3)}9${digits(3)}`],
  ['buyer_email', 'secret/email', ({ text }) => `${text(9)}@Naver.com`],
  ['card_number', 'secret/card-number', (random) => cardDigits(random)],
  ['access_token', 'secret/token', ({ text }) => text(40, HEX)],
  ['unique_key', 'secret/identity-key', ({ text }) => `${text(86, BASE64)}==`],
  ['imp_secret', 'secret/key', ({ text }) => text(80)],
  ['jumin', 'secret/resident-number', (random) => Number(residentDigits(random))],
];

/** Puts one secret somewhere: where it belongs, in a sentence, in JSON in a string, in a list, in a name. */
function plant(target: Members, random: Random): { readonly key: string; readonly code: string } {
  const [code, makers] = random.pick(Object.entries(SHAPED));
  const secret = random.pick(makers)(random);
  const way = random.int(6);
  if (way === 0) {
    const [key, namedCode, make] = random.pick(NAMED);
    target[key] = make(random);
    return { key, code: namedCode };
  }
  if (way === 1) target.custom_data = JSON.stringify({ a: [{ value: secret }], b: random.digits(4) });
  else if (way === 2) target.fail_reason = sentence(secret, random);
  else if (way === 3) target.extra = { list: [1, sentence(secret, random)] };
  else if (way === 4) target.memo = secret;
  else target.names = { [secret]: random.int(9) };
  const key =
    ['', 'custom_data', 'fail_reason', 'extra/list/1', 'memo'][way] ??
    `names/${secret.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  return { key, code };
}
