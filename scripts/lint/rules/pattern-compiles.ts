import { isRegExp } from '../../json/pattern.js';
import { patternsOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// Validators contain patterns as JavaScript regular expressions, the dialect of JSON Schema. Those of other languages,
// such as `(?i)a\z`, would stop the validator from loading.
export const patternCompiles = defineRule({
  on: 'schema',
  set: 'recommended',
  title: { en: 'A pattern is not a JavaScript regular expression', ko: 'JavaScript 정규식이 아닙니다' },
  cause: {
    en: 'JSON Schema uses JavaScript regular expressions. Patterns of other languages, such as `(?i)a\\z`, stop a validator from loading.',
    ko: 'JSON Schema의 pattern은 JavaScript 정규식입니다. `(?i)a\\z`처럼 다른 언어의 정규식이 있으면 검증기를 불러올 수 없습니다.',
  },
  fix: {
    en: 'Rewrite the pattern, for example `^[Aa]$` instead of `(?i)^a$`.',
    ko: '패턴을 다시 쓰세요. 예를 들어 `(?i)^a$` 대신 `^[Aa]$`로 씁니다.',
  },
  check(schema, at) {
    return patternsOf(schema, at)
      .filter(({ pattern }) => !isRegExp(pattern))
      .map(({ at: place }) => ({
        at: place,
        en: 'The pattern is not a JavaScript regular expression.',
        ko: '패턴이 JavaScript 정규식이 아닙니다.',
      }));
  },
});
