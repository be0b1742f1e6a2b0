import { resolveSchema } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// The names of this API explain little: `name` is the order's title, `vbank_num` the account to pay into.
export const propertyIsDescribed = defineRule({
  id: 'property-is-described',
  severity: 'error',
  on: 'schema',
  check({ properties }, at) {
    return Object.entries(properties ?? {}).flatMap(([name, schema]) => {
      const place = at.child('properties').child(name);
      const isDescribed = [schema, resolveSchema({ schema, at: place }).schema].some(({ description }) => description);
      return isDescribed ? [] : [{ at: place.key(), message: `\`${name}\` has no description.` }];
    });
  },
});
