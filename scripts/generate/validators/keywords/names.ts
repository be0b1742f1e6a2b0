import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';
import { and } from 'ajv/dist/compile/codegen/index.js';
import { stringify } from 'ajv/dist/compile/codegen/code.js';

import { ownProperty } from './own-property.js';

/** No properties but these: `additionalProperties: false`, by comparing names instead of asking the schema for each. */
export const closed: CodeKeywordDefinition = {
  keyword: 'closed',
  type: 'object',
  schemaType: 'array',
  error: { message: '', params: ({ params }) => _`{additionalProperty: ${params.key}}` },
  code(context: KeywordCxt) {
    const { gen, data } = context;
    // Written by prepareSchema, never by a spec.
    const names = context.schema as readonly string[];
    gen.forIn('key', data, (key) => {
      context.setParams({ key });
      const isUnknown = names.length === 0 ? true : and(...names.map((name) => _`${key} !== ${name}`));
      gen.if(isUnknown, () => {
        context.error();
      });
    });
  },
};

/** At least one of these properties is required: `anyOf` over single requirements, reported as one error. */
export const requireAny: CodeKeywordDefinition = {
  keyword: 'requireAny',
  type: 'object',
  schemaType: 'array',
  error: { message: '', params: (context) => _`{anyOf: ${stringify(namesIn(context))}}` },
  code(context: KeywordCxt) {
    context.fail(and(...namesIn(context).map((name) => _`${ownProperty(context.data, name)} === undefined`)));
  },
};

function namesIn({ schema }: { readonly schema: unknown }): readonly string[] {
  return Array.isArray(schema) ? schema.map(String) : [];
}
