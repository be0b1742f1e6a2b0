import { propertiesOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// Property names of this API need an explanation: `name` is the order's title, `vbank_num` the account to pay into.
export const propertyIsDescribed = defineRule('property-is-described', {
  on: 'schema',
  set: 'iamport',
  check(schema, at) {
    return propertiesOf(schema, at)
      .filter(({ own, target }) => !own.description && !target.description)
      .map(({ name, at: place }) => ({ at: place.key(), values: { name } }));
  },
});
