import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';

/** Null, or a value of the inner schema: `anyOf: [X, null]` without the error "must be null" for objects. */
export const notNull: CodeKeywordDefinition = {
  keyword: 'notNull',
  schemaType: 'object',
  code(context: KeywordCxt) {
    const valid = context.gen.name('valid');
    context.gen.if(_`${context.data} !== null`, () => context.subschema({ keyword: 'notNull' }, valid));
  },
};
