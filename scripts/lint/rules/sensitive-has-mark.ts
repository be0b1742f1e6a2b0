import { propertiesOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

const SENSITIVE = new RegExp(
  [
    /(^|_)(email|tel|phone|addr|postcode|zip|birth|birthday|password|secret|cvc|token|otp|ip)$/,
    /^(buyer|customer|depositor)_name$|^(refund|vbank|bank)_holder$|^(refund_account|vbank_num|bank_num)$/,
    /^(card_number|customer_uid|identifier|imp_key|pwd_2digit|unique_key|unique_in_site|individual_code)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

// One mark drives redaction, masked logs and code frames: unmarked values end up in logs.
export const sensitiveHasMark = defineRule({
  on: 'schema',
  set: 'iamport',
  title: { en: 'A personal or secret value is not marked', ko: '개인정보나 비밀 값에 표시가 없습니다' },
  cause: {
    en: 'One mark drives redaction, masked logs and code frames: unmarked values end up in logs.',
    ko: '표시 하나로 값 바꾸기, 로그 가리기, 코드 출력이 모두 값을 가립니다. 표시가 없는 값은 누군가의 로그에 남습니다.',
  },
  fix: {
    en: 'Add `x-sensitive` with the type of value, such as `phone`.',
    ko: '`phone`처럼 값의 종류를 `x-sensitive`에 적으세요.',
  },
  check(schema, at) {
    return propertiesOf(schema, at)
      .filter(({ name }) => SENSITIVE.test(name))
      .filter(({ target }) => target.properties === undefined && target.type !== 'boolean')
      .filter(({ target }) => typeof target['x-sensitive'] !== 'string')
      .map(({ name, at: place }) => ({
        at: place.key(),
        en: `\`${name}\` is personal or secret and needs \`x-sensitive\`.`,
        ko: `\`${name}\` 값은 개인정보나 비밀이므로 \`x-sensitive\`가 필요합니다.`,
      }));
  },
});
