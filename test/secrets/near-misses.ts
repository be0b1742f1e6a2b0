import { luhnDigit } from '../../scripts/secrets/detectors/luhn.js';
import { BASE64, HEX, type Random } from './random.js';

/** A value that looks like a secret and is none: of a property, or in a sentence. */
export interface NearMiss {
  /** Name of the property; without one it is a part of a sentence. */
  readonly name?: string;
  readonly value: string | number;
}

/** A date of an order from 2015 to 2026, `YYMMDD`. */
const date = ({ int }: Random): string =>
  [15 + int(12), 1 + int(12), 1 + int(28)].map((part) => String(part).padStart(2, '0')).join('');

const corporate = (random: Random): string => {
  const body =
    random.pick(['1101', '1301', '1244', '1801', '2101']) + random.pick(['11', '14', '21']) + random.digits(6);
  const sum = Array.from(body).reduce((total, digit, index) => total + Number(digit) * (1 + (index % 2)), 0);
  return `${body.slice(0, 6)}-${body.slice(6)}${(10 - (sum % 10)) % 10}`;
};

/** Sixteen digits that a card could have, as one transaction ID in a hundred has. */
const cardLike = ({ pick, digits }: Random): string => {
  const body = pick(['4', '52', '55', '62']).padEnd(2, '7') + digits(13);
  return body + luhnDigit(body);
};

const base64Hash = ({ text }: Random): string => `${text(86, BASE64)}==`;
const uuid = ({ text }: Random): string => [8, 4, 4, 4, 12].map((size) => text(size, HEX)).join('-');

/** Values of known and unknown properties. */
export const NAMED_MISSES: readonly ((random: Random) => NearMiss)[] = [
  (random) => ({ name: 'merchant_uid', value: `${date(random)}-${random.digits(7)}` }),
  (random) => ({
    name: random.pick(['order_no', 'orderId', 'order_number']),
    value: `${date(random)}-${random.digits(7)}`,
  }),
  (random) => ({ name: random.pick(['memo', 'value', 'reference']), value: `${date(random)}-${random.digits(7)}` }),
  (random) => ({ name: random.pick(['pg_tid', 'tid', 'transaction_id']), value: cardLike(random) }),
  (random) => ({ name: random.pick(['memo', 'ref', 'code']), value: `ORD-${date(random)}-${random.digits(7)}` }),
  (random) => ({ name: random.pick(['corp_no', 'company', 'issuer']), value: corporate(random) }),
  ({ digits }) => ({ name: 'business', value: `${digits(3)}-${digits(2)}-${digits(5)}` }),
  ({ pick, digits }) => ({ name: pick(['at', 'ts', 'requested']), value: Number(`17${digits(11)}`) }),
  ({ pick, digits }) => ({ name: pick(['at', 'ts', 'requested']), value: `1${pick(['6', '7'])}${digits(11)}` }),
  (random) => ({ name: 'stamp', value: `20${date(random)}${random.digits(6)}` }),
  (random) => ({
    name: random.pick(['signature', 'payload_hash', 'digest', 'hmac', 'checksum']),
    value: base64Hash(random),
  }),
  (random) => ({ name: 'script', value: `sha512-${base64Hash(random)}` }),
  ({ pick, text }) => ({ name: pick(['etag', 'body', 'commit']), value: text(pick([32, 40, 64]), HEX) }),
  ({ digits, pick }) => ({ name: pick(['id', 'ref', 'barcode']), value: digits(pick([9, 10, 12, 13, 14, 16, 18])) }),
  ({ digits }) => ({ name: 'account', value: `${digits(3)}-${digits(6)}-${digits(5)}` }),
  (random) => ({ name: random.pick(['request_id', 'idempotency_key', 'session']), value: uuid(random) }),
  ({ pick, text }) => ({
    name: 'client',
    value: `${pick(['live_ck_', 'test_ck_', 'pk_live_', 'pk_test_'])}${text(32)}`,
  }),
  ({ pick }) => ({
    name: 'secret_key',
    value: pick(['YOUR_SECRET_KEY_123456', `live_sk_${'x'.repeat(24)}`, 'sk_live_placeholder_0000']),
  }),
  ({ pick }) => ({
    name: 'password',
    value: pick(['********', 'required', '<password>', '비밀번호 8자 이상', '${PASSWORD}']),
  }),
  ({ pick }) => ({
    name: 'dsn',
    value: pick(['postgres://app:${DB_PASSWORD}@db.shop.kr/x', 'https://user:password@api.shop.kr']),
  }),
  ({ pick }) => ({
    name: 'card',
    value: pick(['4111-1111-1111-1111', '5555555555554444', '4364-12**-****-1234', '436412******1234']),
  }),
  ({ pick, digits }) => ({
    name: 'buyer_tel',
    value: pick(['010-1234-5678', '010-4242-4242', `010-0000-${digits(4)}`, '02-1234-1234']),
  }),
  ({ pick }) => ({
    name: 'buyer_email',
    value: pick(['gildong@gmail.com', 'iamport@siot.do', 'test@portone.io', 'Iamport@chai.finance', 'a@shop.test']),
  }),
  ({ pick, digits }) => ({ name: 'call', value: pick([`1588-${digits(4)}`, `1${digits(3)}-${digits(4)}`]) }),
  ({ digits }) => ({ name: 'parcel', value: `6${digits(11)}` }),
  ({ pick, digits }) => ({
    name: 'rrn_sample',
    value: pick(['900101-1234567', '880515-2******', `900101-1${digits(0)}000000`]),
  }),
  ({ text }) => ({ name: 'url', value: `https://pg.shop.kr/receipt/${text(64, HEX)}?t=${text(24)}` }),
];

/** Parts of sentences. */
export const TEXT_MISSES: readonly ((random: Random) => NearMiss)[] = [
  (random) => ({ value: `주문 ${date(random)}-${random.digits(7)}` }),
  (random) => ({ value: `order ${date(random)}-${random.digits(7)}` }),
  (random) => ({ value: `환불 ${date(random)}-${random.digits(7)}` }),
  ({ digits }) => ({ value: `imp_010${digits(7)}` }),
  ({ digits }) => ({ value: `#${digits(16)}` }),
  (random) => ({ value: `거래번호 ${cardLike(random)}` }),
  (random) => ({ value: `법인등록번호 ${corporate(random)}` }),
  ({ digits }) => ({ value: `사업자등록번호 ${digits(3)}-${digits(2)}-${digits(5)}` }),
  ({ digits }) => ({ value: `17${digits(11)} ms` }),
  (random) => ({ value: `sha512-${base64Hash(random)}` }),
  ({ text }) => ({ value: `commit ${text(40, HEX)}` }),
  ({ pick }) => ({ value: pick(['Bearer <access token here>', 'password: required', 'token=YOUR_ACCESS_TOKEN_1234']) }),
  ({ pick }) => ({
    value: pick(['문의 1588-1234', '문의 02-1234-1234', 'help@example.com', '카드 4364-****-****-1234']),
  }),
  (random) => ({ value: `id ${uuid(random)}` }),
  ({ pick }) => ({
    value: pick([
      'sk-magic-water-purifier-wpu-a1100-white-2024-kr',
      'npm_config_registry=https://a.kr',
      '-----BEGIN CERTIFICATE-----',
    ]),
  }),
];
