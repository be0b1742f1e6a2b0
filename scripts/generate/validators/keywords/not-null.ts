import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';

/** Null, or what the schema inside says: `anyOf: [X, null]` without ever telling an object that it must be null. */
export const notNull: CodeKeywordDefinition = {
  keyword: 'notNull',
  schemaType: 'object',
  code(context: KeywordCxt) {
    const valid = context.gen.name('valid');
    context.gen.if(_`${context.data} !== null`, () => context.subschema({ keyword: 'notNull' }, valid));
  },
};
