import { luhnDigit } from '../../scripts/secrets/detectors/luhn.js';
import { residentCheckDigit } from '../../scripts/secrets/detectors/resident-number.js';
import { BASE64, CAPITALS, type Random } from './random.js';

/** Makes a secret of one kind, as it would be written in a text. */
export type MakeSecret = (random: Random) => string;

const month = ({ int }: Random): string => String(1 + int(12)).padStart(2, '0');
const day = ({ int }: Random): string => String(1 + int(28)).padStart(2, '0');

/** Thirteen digits with the right check digit, of a person born from 1940 to 1999. */
export function residentDigits(random: Random): string {
  const body = `${40 + random.int(60)}${month(random)}${day(random)}${1 + random.int(2)}${1 + random.int(9)}${random.digits(4)}`;
  return body + residentCheckDigit(body);
}

/** Sixteen digits of a card that could exist. */
export function cardDigits(random: Random): string {
  const body =
    random.pick(['4364', '4579', '5188', '5409', '3560', '6250']) + `${1 + random.int(9)}${random.digits(10)}`;
  return body + luhnDigit(body);
}

const phoneDigits = (random: Random): string =>
  `010${2 + random.int(8)}${random.digits(3)}${1 + random.int(9)}${random.digits(3)}`;

/** Writes digits in full width. */
export function fullWidth(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

const groups = (digits: string, sizes: readonly number[], separator: string): string => {
  let at = 0;
  return sizes.map((size) => digits.slice(at, (at += size))).join(separator);
};

const resident =
  (separator: string): MakeSecret =>
  (random) =>
    groups(residentDigits(random), [6, 7], separator);
const card =
  (separator: string): MakeSecret =>
  (random) =>
    groups(cardDigits(random), [4, 4, 4, 4], separator);
const phone =
  (separator: string): MakeSecret =>
  (random) =>
    groups(phoneDigits(random), [3, 4, 4], separator);

/** Secrets that are found wherever they are, by the code of their finding. */
export const SHAPED: Readonly<Record<string, readonly MakeSecret[]>> = {
  'secret/resident-number': [
    resident('-'),
    resident(''),
    resident(' '),
    resident(' - '),
    resident('–'),
    resident('‑'),
    resident('－'),
    (random) => fullWidth(resident('-')(random)),
    ({ digits, ...random }) =>
      `주민번호 ${20 + random.int(6)}${month({ digits, ...random })}15-${3 + random.int(2)}1${digits(5)}`,
  ],
  'secret/card-number': [card('-'), card(' '), card('‐'), (random) => fullWidth(card('-')(random))],
  'secret/phone': [
    phone('-'),
    phone(' '),
    (random) => `+82 10-${phoneDigits(random).slice(3, 7)}-5${random.digits(3)}`,
  ],
  'secret/email': [
    ({ text, pick }) => `${text(8).toLowerCase()}@${pick(['naver.com', 'gmail.com', 'daum.net', 'kakao.com'])}`,
  ],
  'secret/key': [
    ({ text }) => `live_sk_${text(32)}`,
    ({ text }) => `live_gsk_${text(32)}`,
    ({ text }) => `sk_live_${text(24)}`,
    ({ text }) => `AKIA${text(16, CAPITALS)}`,
    ({ text, pick }) => `gh${pick(['p', 'o', 's'])}_${text(36)}`,
    ({ text }) => `github_pat_${text(22)}_${text(59)}`,
    ({ text, digits, pick }) => `xox${pick(['b', 'p'])}-${digits(12)}-${digits(12)}-${text(24)}`,
    (random) => privateKey(random),
  ],
  'secret/password': [
    ({ text, digits, pick }) =>
      `${pick(['https', 'postgres', 'redis'])}://${text(5)}:${text(8)}${digits(2)}@db-${digits(2)}.shop.kr/x`,
    ({ text, digits }) => JSON.stringify({ id: `u${digits(3)}`, password: `${text(7)}!${digits(2)}` }),
    ({ text, digits }) => JSON.stringify({ login: JSON.stringify({ user_passwd: `${text(7)}#${digits(2)}` }) }),
  ],
  'secret/token': [
    ({ text }) => `Bearer ${text(40)}`,
    ({ text }) => `eyJhbGciOiJIUzI1NiJ9.${text(40)}.${text(43)}`,
    ({ text }) => JSON.stringify({ access_token: text(40, '0123456789abcdef') }),
  ],
  'secret/identity-key': [
    ({ text }) => JSON.stringify({ ci: `${text(86, BASE64)}==` }),
    ({ text }) => `CI=${text(86, BASE64)}==`,
  ],
};

function privateKey({ text, pick }: Random): string {
  const label = pick(['', 'RSA ', 'EC ']);
  const lines = Array.from({ length: 6 }, () => text(64, BASE64));
  return [`-----BEGIN ${label}PRIVATE KEY-----`, ...lines, `-----END ${label}PRIVATE KEY-----`, ''].join('\n');
}
