import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';

import type { Diagnostic } from '../scripts/messages/diagnostic.js';
import type { Schema } from '../scripts/json/schema.js';
import { checkDocument } from '../scripts/validate/check-document.js';
import { createRules, type SchemaRules } from '../scripts/validate/schema-rules.js';
import { createLocator } from '../scripts/source/locate.js';

/** Rules for a schema of no generated folder: Ajv itself decides, and its own formats with it. */
export function rulesOf(schema: Schema): SchemaRules {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  formatsPlugin.default(ajv, { mode: 'full', formats: ['ipv4', 'int32'] });
  const validate = ajv.compile(schema);
  const check: SchemaRules['check'] = (value) => {
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, keyword, message = '', params }) => ({
      pointer: instancePath,
      keyword,
      message,
      params,
    }));
  };
  const hasFormat = (format: string, value: unknown): boolean => ajv.validate({ format }, value);
  return createRules('Thing', { check, hasFormat }, schema);
}

/** Checks a JSON text, with the rules of a payment gateway too. */
export function checkText(text: string, rules: SchemaRules, gateway?: string): Diagnostic[] {
  const value: unknown = JSON.parse(text);
  const document = { file: 'x.json', syntax: 'json', text, firstLine: 1, value, ...createLocator(text) } as const;
  return checkDocument(document, rules, gateway);
}
