import { isRegExp } from '../../json/pattern.js';
import { isObject } from '../../json/schema.js';
import { defineRule } from '../rule.js';

// Redocly checks the target of a reference, but not the keywords beside the reference itself.
export const besideReferenceIsSchema = defineRule({
  on: 'schema reference',
  set: 'structure',
  title: { en: 'A keyword beside a reference has an invalid value', ko: '$ref 옆 키워드의 값이 잘못되었습니다' },
  cause: {
    en: 'In OpenAPI 3.1, keywords beside a `$ref` apply and must be valid JSON Schema 2020-12: `required` is a list of names, `exclusiveMinimum` a number.',
    ko: 'OpenAPI 3.1에서는 `$ref` 옆의 내용도 효력이 있어 JSON Schema 2020-12를 따라야 합니다. `required`는 이름 목록, `exclusiveMinimum`은 숫자입니다.',
  },
  fix: { en: 'Correct the value, or delete the keyword.', ko: '값을 고치거나 키워드를 지우세요.' },
  check(schema, at) {
    // OpenAPI 3.0 ignores keywords beside a reference.
    if (at.version === '3.0') return;
    return Object.entries(schema).flatMap(([keyword, value]) => {
      const form = FORMS[keyword];
      if (form === undefined || form.fits(value)) return [];
      return [
        {
          at: at.child(keyword),
          en: `\`${keyword}\` beside a \`$ref\` must be ${form.en}.`,
          ko: `\`$ref\` 옆의 \`${keyword}\` 값은 ${form.ko}이어야 합니다.`,
        },
      ];
    });
  },
});

interface Form {
  readonly en: string;
  readonly ko: string;
  fits(value: unknown): boolean;
}

const TYPES: readonly unknown[] = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

const NUMBER: Form = { en: 'a number', ko: '숫자', fits: (value) => typeof value === 'number' };
const COUNT: Form = { en: 'a whole number', ko: '0 이상의 정수', fits: (value) => Number.isInteger(value) };
const BOOLEAN: Form = { en: 'true or false', ko: 'true 또는 false', fits: (value) => typeof value === 'boolean' };
const TEXT: Form = { en: 'a string', ko: '문자열', fits: (value) => typeof value === 'string' };
const NAMES: Form = { en: 'a list of names', ko: '이름 목록', fits: isNames };
const NAMES_BY_NAME: Form = {
  en: 'an object of lists of names',
  ko: '이름별 이름 목록',
  fits: (value) => isObject(value) && Object.values(value).every(isNames),
};
const MEMBERS: Form = {
  en: 'a list with at least one value',
  ko: '값이 하나 이상인 목록',
  fits: (value) => Array.isArray(value) && value.length > 0,
};
const TYPE: Form = {
  en: 'a JSON type, or a list of them',
  ko: 'JSON 타입 또는 그 목록',
  fits: (value) => [value].flat().every((type) => TYPES.includes(type)),
};
const PATTERN: Form = {
  en: 'a JavaScript regular expression',
  ko: 'JavaScript 정규식',
  fits: (value) => typeof value === 'string' && isRegExp(value),
};
const BY_PATTERN: Form = {
  en: 'an object of schemas whose keys are JavaScript regular expressions',
  ko: 'JavaScript 정규식별 스키마',
  fits: (value) => isObject(value) && Object.keys(value).every(isRegExp),
};

const FORMS: Readonly<Record<string, Form>> = {
  ...each('maximum minimum exclusiveMaximum exclusiveMinimum multipleOf', NUMBER),
  ...each('maxLength minLength maxItems minItems maxProperties minProperties maxContains minContains', COUNT),
  ...each('uniqueItems deprecated readOnly writeOnly', BOOLEAN),
  ...each('format title description', TEXT),
  required: NAMES,
  dependentRequired: NAMES_BY_NAME,
  enum: MEMBERS,
  type: TYPE,
  pattern: PATTERN,
  patternProperties: BY_PATTERN,
};

function each(keywords: string, form: Form): Record<string, Form> {
  return Object.fromEntries(keywords.split(' ').map((keyword) => [keyword, form]));
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
