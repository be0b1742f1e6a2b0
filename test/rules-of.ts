import { Ajv2020 } from 'ajv/dist/2020.js';

import type { Diagnostic } from '../scripts/diagnostics.js';
import type { Schema } from '../scripts/generate/schema.js';
import { checkDocument } from '../scripts/validate/check-document.js';
import { createRules, type SchemaRules } from '../scripts/validate/check/schema-rules.js';
import { createLocator } from '../scripts/validate/locate.js';

/** Rules for a schema of no generated folder: Ajv itself decides. */
export function rulesOf(schema: Schema): SchemaRules {
  const validate = new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  const check: SchemaRules['check'] = (value) => {
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, keyword, message = '', params }) => ({
      pointer: instancePath,
      keyword,
      message,
      params,
    }));
  };
  return createRules('Thing', { check }, schema);
}

/** Checks a JSON text. */
export function checkText(text: string, rules: SchemaRules): Diagnostic[] {
  const value: unknown = JSON.parse(text);
  return checkDocument({ file: 'x.json', syntax: 'json', text, firstLine: 1, value, ...createLocator(text) }, rules);
}
