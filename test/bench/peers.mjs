import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import * as v from 'valibot';
import { z } from 'zod';

const require = createRequire(import.meta.url);

/** The published JSON Schema of the answer: every peer is made from it. */
const schema = JSON.parse(readFileSync('generated/schemas/PaymentsResult.json', 'utf8'));

/** Ajv as its own documentation says to precompile it, with formats left to the schema. */
export function stockAjv() {
  const { default: Ajv } = require('ajv/dist/2020.js');
  const standalone = require('ajv/dist/standalone/index.js').default;
  const ajv = new Ajv({ strict: false, validateFormats: false, code: { source: true } });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', standalone(ajv, ajv.compile(schema)))(module, module.exports, require);
  return module.exports;
}

/** zod and valibot, built from the same schema. */
export function zodIs() {
  const validator = toZod(schema);
  return (data) => validator.safeParse(data).success;
}

export function valibotIs() {
  const validator = toValibot(schema);
  return (data) => v.safeParse(validator, data).success;
}

function target({ $ref }) {
  return schema.$defs[$ref.split('/').at(-1)];
}

function toZod(part) {
  if (part.$ref) return toZod(target(part));
  if (part.anyOf) return z.union(part.anyOf.map(toZod));
  if (part.const !== undefined) return z.literal(part.const);
  if (part.enum) return z.enum(part.enum);
  const types = [part.type].flat();
  const made = types.filter((type) => type !== 'null').map((type) => zodType(type, part));
  const one = made.length === 1 ? made[0] : z.union(made);
  return types.includes('null') ? z.nullable(one) : one;
}

function zodType(type, part) {
  if (type === 'string') return part.maxLength ? z.string().max(part.maxLength) : z.string();
  if (type === 'integer') return z.number().int();
  if (type === 'number') return z.number();
  if (type === 'boolean') return z.boolean();
  if (type === 'array') return z.array(toZod(part.items));
  const required = part.required ?? [];
  const entries = Object.entries(part.properties).map(([name, value]) => [
    name,
    required.includes(name) ? toZod(value) : z.optional(toZod(value)),
  ]);
  return z.looseObject(Object.fromEntries(entries));
}

function toValibot(part) {
  if (part.$ref) return toValibot(target(part));
  if (part.anyOf) return v.union(part.anyOf.map(toValibot));
  if (part.const !== undefined) return v.literal(part.const);
  if (part.enum) return v.picklist(part.enum);
  const types = [part.type].flat();
  const made = types.filter((type) => type !== 'null').map((type) => valibotType(type, part));
  const one = made.length === 1 ? made[0] : v.union(made);
  return types.includes('null') ? v.nullable(one) : one;
}

function valibotType(type, part) {
  if (type === 'null') return v.null();
  if (type === 'string') return part.maxLength ? v.pipe(v.string(), v.maxLength(part.maxLength)) : v.string();
  if (type === 'integer') return v.pipe(v.number(), v.integer());
  if (type === 'number') return v.number();
  if (type === 'boolean') return v.boolean();
  if (type === 'array') return v.array(toValibot(part.items));
  const required = part.required ?? [];
  const entries = Object.entries(part.properties).map(([name, value]) => [
    name,
    required.includes(name) ? toValibot(value) : v.optional(toValibot(value)),
  ]);
  return v.looseObject(Object.fromEntries(entries));
}
