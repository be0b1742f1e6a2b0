import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';
import { and } from 'ajv/dist/compile/codegen/index.js';
import { stringify } from 'ajv/dist/compile/codegen/code.js';

import { ownProperty } from './own-property.js';

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
