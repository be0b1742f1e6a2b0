import { _, str, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { and } from 'ajv/dist/compile/codegen/index.js';
import { _Code, getProperty, stringify } from 'ajv/dist/compile/codegen/code.js';
import standalone from 'ajv/dist/standalone/index.js';
import refKeyword, { callRef } from 'ajv/dist/vocabularies/core/ref.js';

import { componentName, type Schema } from '../schema.js';
import { REQUIRE_ANY } from './prepare-schema.js';

/** The JavaScript of one validator. */
export interface CompiledValidator {
  /** Statements that define {@link functionName} and what it needs. */
  readonly body: string;
  readonly functionName: string;
  /** Names of the schemas whose validators it calls. */
  readonly calls: readonly string[];
  /** Runtime helper → the name the body knows it by. */
  readonly helpers: Readonly<Record<string, string>>;
}

/** Compiles one schema with Ajv. Other named schemas are called, not copied: each has a file of its own. */
export function compileSchema(name: string, schemas: Readonly<Record<string, Schema>>): CompiledValidator {
  const calls = new Set<string>();
  const ajv = createAjv(schemas, calls);
  const validate = ajv.getSchema(`spec#/components/schemas/${name}`);
  if (validate === undefined) throw new Error(`Ajv does not find the schema ${name}`);
  const code = standalone.default(ajv, validate);
  const functionName = /^export default (\w+);$/m.exec(code)?.[1];
  if (functionName === undefined) throw new Error(`Ajv wrote no default export for ${name}`);
  const helpers: Record<string, string> = {};
  const body = code
    .replace(/^"use strict";\n?/, '')
    .replace(/^export (const validate = \w+|default \w+);\n?/gm, '')
    // Bundlers take a constructor for a side effect, and would keep the file for it.
    .replace(/^(const pattern\d+ = )(?=new RegExp\()/gm, '$1/* @__PURE__ */ ')
    .replace(REQUIRED_HELPER, (_line, local: string, helper: string) => {
      helpers[helper] = local;
      return '';
    });
  return { body: body.trim(), functionName, calls: [...calls].sort(), helpers };
}

/** Ajv writes `require` even for ES modules; the two helpers it can need stand in our own runtime file. */
const REQUIRED_HELPER = /^const (\w+) = require\("ajv\/dist\/runtime\/(ucs2length|equal)"\)\.default;\n?/gm;

function createAjv(schemas: Readonly<Record<string, Schema>>, calls: Set<string>): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    code: { source: true, esm: true, lines: true },
    inlineRefs: false,
    meta: false,
    strict: false,
    validateSchema: false,
    // OpenAPI 3.1 follows JSON Schema 2020-12, where `format` is an annotation.
    validateFormats: false,
  });
  // Ajv2020 writes `validate.evaluated = …` after every function: a side effect that keeps bundlers from dropping
  // unused validators. Only the `unevaluated*` keywords read it.
  if (!/"unevaluated(Properties|Items)"/.test(JSON.stringify(schemas))) ajv.opts.unevaluated = false;
  ajv.removeKeyword('$ref');
  ajv.addKeyword(callNamedSchemas(schemas, calls));
  ajv.addKeyword(requireAny);
  ajv.addVocabulary(['components']);
  ajv.addSchema({ $id: 'spec', components: { schemas } });
  return ajv;
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

const requireAny: CodeKeywordDefinition = {
  keyword: REQUIRE_ANY,
  type: 'object',
  schemaType: 'array',
  error: {
    message: (context) => str`must have ${namesIn(context).join(' or ')}`,
    params: (context) => _`{anyOf: ${stringify(namesIn(context))}}`,
  },
  code(context: KeywordCxt) {
    context.fail(and(...namesIn(context).map((name) => _`${context.data}${getProperty(name)} === undefined`)));
  },
};

function namesIn({ schema }: { readonly schema: unknown }): readonly string[] {
  return Array.isArray(schema) ? schema.map(String) : [];
}
