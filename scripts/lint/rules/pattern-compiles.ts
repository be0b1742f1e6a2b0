import { isRegExp } from '../../json/pattern.js';
import { patternsOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// Validators contain patterns as JavaScript regular expressions, the dialect of JSON Schema. Those of other languages,
// such as `(?i)a\z`, would stop the validator from loading.
export const patternCompiles = defineRule('pattern-compiles', {
  on: 'schema',
  set: 'recommended',
  check(schema, at) {
    return patternsOf(schema, at)
      .filter(({ pattern }) => !isRegExp(pattern))
      .map(({ at: place }) => ({ at: place, values: {} }));
  },
});
