import { isRegExp } from '../../generate/pattern.js';
import { defineRule, type Finding } from '../rule.js';

// Validators carry patterns as regular expressions of JavaScript, which is what JSON Schema says they are. Those of other
// languages, such as `(?i)a\z`, would stop the validator from loading.
export const patternCompiles = defineRule({
  id: 'pattern-compiles',
  severity: 'error',
  on: 'schema',
  check({ pattern, patternProperties }, at) {
    const message = 'The pattern is no regular expression of JavaScript.';
    const own: Finding[] =
      typeof pattern === 'string' && !isRegExp(pattern) ? [{ at: at.child('pattern'), message }] : [];
    const keys = Object.keys(patternProperties ?? {}).filter((key) => !isRegExp(key));
    return [...own, ...keys.map((key) => ({ at: at.child('patternProperties').child(key).key(), message }))];
  },
});
