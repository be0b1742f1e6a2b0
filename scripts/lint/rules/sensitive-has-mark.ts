import { resolveSchema } from '../placed-schemas.js';
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

// One mark serves redaction, log masking and code frames: what is not marked ends up in somebody's log.
export const sensitiveHasMark = defineRule({
  id: 'sensitive-has-mark',
  severity: 'error',
  on: 'schema',
  check({ properties }, at) {
    return Object.entries(properties ?? {}).flatMap(([name, schema]) => {
      const place = at.child('properties').child(name);
      const target = resolveSchema({ schema, at: place }).schema;
      if (!SENSITIVE.test(name) || target.properties !== undefined || target.type === 'boolean') return [];
      if (typeof target['x-sensitive'] === 'string') return [];
      return [{ at: place.key(), message: `\`${name}\` is personal or secret and needs \`x-sensitive\`.` }];
    });
  },
});
