import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';
import { and } from 'ajv/dist/compile/codegen/index.js';
import { getProperty, stringify } from 'ajv/dist/compile/codegen/code.js';

/** Of these properties at least one must be there: `anyOf` over single requirements, told as one fault. */
export const requireAny: CodeKeywordDefinition = {
  keyword: 'requireAny',
  type: 'object',
  schemaType: 'array',
  error: { message: '', params: (context) => _`{anyOf: ${stringify(namesIn(context))}}` },
  code(context: KeywordCxt) {
    context.fail(and(...namesIn(context).map((name) => _`${context.data}${getProperty(name)} === undefined`)));
  },
};

function namesIn({ schema }: { readonly schema: unknown }): readonly string[] {
  return Array.isArray(schema) ? schema.map(String) : [];
}
