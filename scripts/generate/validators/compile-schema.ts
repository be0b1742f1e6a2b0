import type { CodeKeywordDefinition, KeywordCxt } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { _Code } from 'ajv/dist/compile/codegen/code.js';
import { ValueScope } from 'ajv/dist/compile/codegen/scope.js';
import standalone from 'ajv/dist/standalone/index.js';
import refKeyword, { callRef } from 'ajv/dist/vocabularies/core/ref.js';

import { isUnicodeRegExp } from '../../json/pattern.js';
import { componentName, defined, type Schema, type Schemas } from '../../json/schema.js';
import { compact, helpersIn, type CodeLanguage } from './compact.js';
import { namesInherited } from './keywords/own-property.js';
import { closed, requireAny } from './keywords/names.js';
import { chooseBy, notNull, switchBy } from './keywords/alternatives.js';
import { formatKeyword, LENGTHS } from './keywords/strings.js';
import type { PreparedSchemas } from './prepare-schema.js';
import { reportByCalls } from './report-by-calls.js';

/** The code of one validator. */
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

/** A schema with all that its validator is made from. */
export interface Compilable {
  /** Changes whenever the validator would. */
  readonly text: string;
  readonly compile: () => CompiledValidator;
}

/** Compiles schemas with Ajv, by their names. Other named schemas are called, not copied: each has a file of its own. */
export function createCompiler(
  { schemas, tracksEvaluated }: PreparedSchemas,
  language: CodeLanguage,
): (name: string) => Compilable {
  const calls = new Set<string>();
  const formats = new Set<string>();
  const ajv = createAjv(tracksEvaluated, [callNamedSchemas(schemas, calls), formatKeyword(formats)]);
  const compile = (name: string, root: Schema, ownProperties: boolean): CompiledValidator => {
    calls.clear();
    formats.clear();
    ajv.opts.ownProperties = ownProperties;
    const { body, functionName, equal } = codeOf(name, root, ajv);
    const short = compact(body, language).trim();
    const helpers = { ...Object.fromEntries(helpersIn(short).map((helper) => [helper, helper])), ...equal };
    return { body: short, functionName, calls: [...calls].sort(), helpers, formats: [...formats].sort() };
  };
  return (name) => {
    const { root, text } = withPointedAt(schemas[name] ?? {}, schemas);
    return { text: `${tracksEvaluated} ${text}`, compile: () => compile(name, root, namesInherited(text)) };
  };
}

interface AjvCode {
  readonly body: string;
  readonly functionName: string;
  /** Under which name it calls this function of the runtime; empty if it does not. */
  readonly equal: { readonly equal?: string };
}

/** Ajv's module for a schema without its imports and exports. */
function codeOf(name: string, root: Schema, ajv: Ajv2020): AjvCode {
  beginNames(ajv);
  const code = standalone.default(ajv, ajv.compile(root));
  ajv.removeSchema(root);
  const functionName = /^export default (\w+);$/m.exec(code)?.[1];
  if (functionName === undefined) throw new Error(`Ajv wrote no default export for ${name}`);
  const equal = REQUIRED_EQUAL.exec(code)?.[1];
  const body = code
    .replace(/^"use strict";\n?/, '')
    .replace(/^export (const validate = \w+|default \w+);\n?/gm, '')
    .replace(NEW_PATTERN, (line, json: string) =>
      isUnicodeRegExp(String(JSON.parse(json))) ? line : `new RegExp(${json})`,
    )
    // Bundlers take a constructor for a side effect, and would keep the file for it.
    .replace(/^(const pattern\d+ = )(?=new RegExp\()/gm, '$1/* @__PURE__ */ ')
    .replace(REQUIRED_EQUAL, '');
  return { body, functionName, equal: defined({ equal }) };
}

/** Every validator begins to count its names anew. The first ones are left to the document, which is never compiled itself. */
function beginNames(ajv: Ajv2020): void {
  const scope = new ValueScope({ ...ajv.scope.opts, scope: {} });
  for (const prefix of ['validate', 'schema']) scope.name(prefix);
  Object.assign(ajv, { scope });
}

/** Lets Ajv accept every pattern that lint accepts; its flags are corrected in the output. */
const PATTERNS = Object.assign((pattern: string): RegExp => new RegExp(pattern, isUnicodeRegExp(pattern) ? 'u' : ''), {
  code: 'new RegExp',
});

/** A pattern as Ajv writes it. Many specs have patterns of the older grammar, which JavaScript takes without the flag. */
const NEW_PATTERN = /new RegExp\(("(?:[^"\\]|\\.)*"), "u"\)/g;

/** Ajv writes `require` even for ES modules; what it needs of its own runtime is part of ours. */
const REQUIRED_EQUAL = /^const (\w+) = require\("ajv\/dist\/runtime\/equal"\)\.default;\n?/m;

/** Keywords of all validators: `maxLength`, `minLength`, and those that prepareSchemas writes. */
const KEYWORDS = [...LENGTHS, requireAny, notNull, chooseBy, switchBy, closed];

function createAjv(tracksEvaluated: boolean, called: readonly CodeKeywordDefinition[]): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    // Only the text is wanted: `process` keeps Ajv from compiling it for itself.
    code: { source: true, esm: true, lines: true, regExp: PATTERNS, process: () => 'return () => true' },
    inlineRefs: false,
    messages: false,
    meta: false,
    strict: false,
    validateSchema: false,
  });
  reportByCalls(ajv);
  // Ajv2020 writes `validate.evaluated = …` after every function: a side effect that keeps bundlers from dropping
  // unused validators. Only the `unevaluated*` keywords read it.
  if (!tracksEvaluated) ajv.opts.unevaluated = false;
  for (const replaced of ['$ref', 'format', 'maxLength', 'minLength']) ajv.removeKeyword(replaced);
  ajv.addVocabulary(['components', ...called, ...KEYWORDS]);
  return ajv;
}

/**
 * One schema, with those that references point into: Ajv reads everything it is given, which for all would be too much. `text`
 * changes when any of them does.
 */
function withPointedAt(schema: Schema, schemas: Schemas): { readonly root: Schema; readonly text: string } {
  const needed: Record<string, Schema> = {};
  const texts = [JSON.stringify(schema)];
  for (const text of texts) {
    for (const [, name = ''] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^/"]+)\//g)) {
      const target = schemas[name];
      if (target === undefined || Object.hasOwn(needed, name)) continue;
      needed[name] = target;
      texts.push(JSON.stringify(target));
    }
  }
  const root = texts.length === 1 ? schema : { ...schema, components: { schemas: needed } };
  return { root, text: texts.join('\n') };
}

function callNamedSchemas(schemas: Schemas, calls: Set<string>): CodeKeywordDefinition {
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
