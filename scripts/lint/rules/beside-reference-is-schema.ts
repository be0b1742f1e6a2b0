import { isRegExp } from '../../json/pattern.js';
import { isObject } from '../../json/schema.js';
import type { KeywordForm } from '../../messages/rules-references.js';
import { defineRule } from '../rule.js';

// Redocly checks the target of a reference, but not the keywords beside the reference itself.
export const besideReferenceIsSchema = defineRule('beside-reference-is-schema', {
  on: 'schema reference',
  set: 'structure',
  check(schema, at) {
    // OpenAPI 3.0 ignores keywords beside a reference.
    if (at.version === '3.0') return;
    return Object.entries(schema).flatMap(([keyword, value]) => {
      const form = FORMS[keyword];
      if (form === undefined || FITS[form](value)) return [];
      return [{ at: at.child(keyword), values: { keyword, form } }];
    });
  },
});

const TYPES: readonly unknown[] = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

const FITS: Readonly<Record<KeywordForm, (value: unknown) => boolean>> = {
  number: (value) => typeof value === 'number',
  count: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  text: (value) => typeof value === 'string',
  names: isNames,
  'names by name': (value) => isObject(value) && Object.values(value).every(isNames),
  members: (value) => Array.isArray(value) && value.length > 0,
  type: (value) => [value].flat().every((type) => TYPES.includes(type)),
  pattern: (value) => typeof value === 'string' && isRegExp(value),
  'schemas by pattern': (value) => isObject(value) && Object.keys(value).every(isRegExp),
};

const FORMS: Readonly<Record<string, KeywordForm>> = {
  ...each('maximum minimum exclusiveMaximum exclusiveMinimum multipleOf', 'number'),
  ...each('maxLength minLength maxItems minItems maxProperties minProperties maxContains minContains', 'count'),
  ...each('uniqueItems deprecated readOnly writeOnly', 'boolean'),
  ...each('format title description', 'text'),
  required: 'names',
  dependentRequired: 'names by name',
  enum: 'members',
  type: 'type',
  pattern: 'pattern',
  patternProperties: 'schemas by pattern',
};

function each(keywords: string, form: KeywordForm): Record<string, KeywordForm> {
  return Object.fromEntries(keywords.split(' ').map((keyword) => [keyword, form]));
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
