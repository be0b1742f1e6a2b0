import type { CodeKeywordDefinition, KeywordCxt } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { _Code } from 'ajv/dist/compile/codegen/code.js';
import standalone from 'ajv/dist/standalone/index.js';
import refKeyword, { callRef } from 'ajv/dist/vocabularies/core/ref.js';

import { isUnicodeRegExp } from '../../json/pattern.js';
import { type Cache, NO_CACHE } from '../../files/cache.js';
import { componentName, type Schema } from '../../json/schema.js';
import { compact, type UseRuntime } from './compact.js';
import { namesInherited } from './keywords/own-property.js';
import { closed, requireAny } from './keywords/names.js';
import { chooseBy, notNull, switchBy } from './keywords/alternatives.js';
import { formatKeyword, lengthKeywords } from './keywords/strings.js';
import type { PreparedSchemas } from './prepare-schema.js';

/** The JavaScript of one validator. */
export interface CompiledValidator {
  /** Statements that define {@link functionName} and what it needs. */
  readonly body: string;
  readonly functionName: string;
  /** Names of the schemas whose validators it calls. */
  readonly calls: readonly string[];
  /** Runtime helper → the name the body knows it by. */
  readonly helpers: Readonly<Record<string, string>>;
  /** Formats whose checks it calls. */
  readonly formats: readonly string[];
}

/** Keywords that prepareSchemas writes. */
const KEYWORDS = [requireAny, notNull, chooseBy, switchBy, closed];

/** Compiles one schema with Ajv. Other named schemas are called, not copied: each has a file of its own. */
export function compileSchema(name: string, prepared: PreparedSchemas, cache: Cache = NO_CACHE): CompiledValidator {
  const needed = withPointedAt(name, prepared.schemas);
  const key = `validator ${name} ${prepared.tracksEvaluated} ${JSON.stringify(needed)}`;
  return cache.get(key, () => compile(name, needed, prepared));
}

function compile(
  name: string,
  needed: Readonly<Record<string, Schema>>,
  { schemas, tracksEvaluated }: PreparedSchemas,
): CompiledValidator {
  const calls = new Set<string>();
  const helpers = new Map<string, string>();
  const use: UseRuntime = (helper) => {
    helpers.set(helper, helper);
    return helper;
  };
  const ajv = createAjv(tracksEvaluated, namesInherited(needed));
  const formats = new Set<string>();
  const called = [callNamedSchemas(schemas, calls), ...lengthKeywords(use), formatKeyword(formats)];
  for (const keyword of [...called, ...KEYWORDS]) ajv.addKeyword(keyword);
  ajv.addSchema({ $id: 'spec', components: { schemas: needed } });
  const validate = ajv.getSchema(`spec#/components/schemas/${name}`);
  if (validate === undefined) throw new Error(`Ajv does not find the schema ${name}`);
  const code = standalone.default(ajv, validate);
  const functionName = /^export default (\w+);$/m.exec(code)?.[1];
  if (functionName === undefined) throw new Error(`Ajv wrote no default export for ${name}`);
  const body = code
    .replace(/^"use strict";\n?/, '')
    .replace(/^export (const validate = \w+|default \w+);\n?/gm, '')
    .replace(NEW_PATTERN, (line, json: string) =>
      isUnicodeRegExp(String(JSON.parse(json))) ? line : `new RegExp(${json})`,
    )
    // Bundlers take a constructor for a side effect, and would keep the file for it.
    .replace(/^(const pattern\d+ = )(?=new RegExp\()/gm, '$1/* @__PURE__ */ ')
    .replace(REQUIRED_EQUAL, (_line, local: string) => {
      helpers.set('equal', local);
      return '';
    });
  const short = compact(body, use).trim();
  const used = { calls: [...calls].sort(), helpers: Object.fromEntries(helpers), formats: [...formats].sort() };
  return { body: short, functionName, ...used };
}

/** Lets Ajv accept every pattern that lint accepts; its flags are corrected in the output. */
const PATTERNS = Object.assign((pattern: string): RegExp => new RegExp(pattern, isUnicodeRegExp(pattern) ? 'u' : ''), {
  code: 'new RegExp',
});

/** A pattern as Ajv writes it. Many specs have patterns of the older grammar, which JavaScript takes without the flag. */
const NEW_PATTERN = /new RegExp\(("(?:[^"\\]|\\.)*"), "u"\)/g;

/** Ajv writes `require` even for ES modules; what it needs of its own runtime is part of ours. */
const REQUIRED_EQUAL = /^const (\w+) = require\("ajv\/dist\/runtime\/equal"\)\.default;\n?/gm;

function createAjv(tracksEvaluated: boolean, ownProperties: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    ownProperties,
    // Only the text is wanted: `process` keeps Ajv from compiling it for itself.
    code: { source: true, esm: true, lines: true, regExp: PATTERNS, process: () => 'return () => true' },
    inlineRefs: false,
    messages: false,
    meta: false,
    strict: false,
    validateSchema: false,
  });
  // Ajv2020 writes `validate.evaluated = …` after every function: a side effect that keeps bundlers from dropping
  // unused validators. Only the `unevaluated*` keywords read it.
  if (!tracksEvaluated) ajv.opts.unevaluated = false;
  for (const replaced of ['$ref', 'format', 'maxLength', 'minLength']) ajv.removeKeyword(replaced);
  ajv.addVocabulary(['components']);
  return ajv;
}

/** One schema, and those that references point into: Ajv reads everything it is given, which for all would be too much. */
function withPointedAt(name: string, schemas: Readonly<Record<string, Schema>>): Record<string, Schema> {
  const needed = new Set([name]);
  for (const each of needed) {
    const inside = JSON.stringify(schemas[each]).matchAll(/"\$ref":"#\/components\/schemas\/([^/"]+)\//g);
    for (const [, other] of inside) if (other !== undefined && Object.hasOwn(schemas, other)) needed.add(other);
  }
  return Object.fromEntries([...needed].map((each) => [each, schemas[each] ?? {}]));
}

function callNamedSchemas(schemas: Readonly<Record<string, Schema>>, calls: Set<string>): CodeKeywordDefinition {
  return {
    keyword: '$ref',
    schemaType: 'string',
    code(context: KeywordCxt) {
      const name = componentName(String(context.schema));
      if (name === undefined || !Object.hasOwn(schemas, name)) {
        refKeyword.default.code(context);
        return;
      }
      calls.add(name);
      // Component names are identifiers since the normaliser.
      callRef(context, new _Code(validatorName(name)));
    },
  };
}

/** The name a validator has in other validators. */
export function validatorName(schema: string): string {
  return `validate${schema}`;
}
