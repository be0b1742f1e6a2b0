import { typesOf, type Schema } from '../../json/schema.js';
import { defineRule, type Place } from '../rule.js';

// Foreign currencies have decimals: an integer type would reject USD 14.20. The server sends numbers, not strings.
export const amountIsNumber = defineRule({
  on: 'schema',
  set: 'iamport',
  title: { en: 'An amount is not a number', ko: '금액이 number 타입이 아닙니다' },
  cause: {
    en: 'Amounts in foreign currencies have decimals, and the server sends numbers: `integer` would reject USD 14.20, `string` every response.',
    ko: '외화 금액에는 소수가 있고 서버는 금액을 숫자로 보냅니다. integer로 두면 USD 14.20이, string으로 두면 모든 응답이 거부됩니다.',
  },
  fix: { en: 'Write `type: number`.', ko: '`type: number`로 쓰세요.' },
  check(schema, at) {
    if (!/(^|_)amount$/.test(at.name) || isObjectSchema(schema, at)) return;
    if (typesOf(schema).includes('number')) return;
    return {
      at: at.child('type'),
      en: `\`${at.name}\` is money and must be a number.`,
      ko: `\`${at.name}\` 값은 금액이므로 number여야 합니다.`,
    };
  },
});

/** Kakao Pay splits an amount into an object of numbers, each checked under its own name. */
function isObjectSchema(schema: Schema, at: Place): boolean {
  const alternatives = (schema.anyOf ?? []).map((branch) => at.resolve(branch)?.node ?? branch);
  return [schema, ...alternatives].some(({ properties }) => properties !== undefined);
}
