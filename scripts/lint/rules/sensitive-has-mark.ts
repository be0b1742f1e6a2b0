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
export const sensitiveHasMark = defineRule('sensitive-has-mark', {
  on: 'schema',
  set: 'iamport',
  check(schema, at) {
    return propertiesOf(schema, at)
      .filter(({ name }) => SENSITIVE.test(name))
      .filter(({ target }) => target.properties === undefined && target.type !== 'boolean')
      .filter(({ target }) => typeof target['x-sensitive'] !== 'string')
      .map(({ name, at: place }) => ({ at: place.key(), values: { name } }));
  },
});
