import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';
import { _Code, type Code } from 'ajv/dist/compile/codegen/code.js';

import { formatFunction, formatNamed } from '../../../json/formats/format-table.js';

/** `format`, by calling a function of `validators/formats.js`. The formats called are added to `used`; other formats are annotations. */
export function formatKeyword(used: Set<string>): CodeKeywordDefinition {
  return {
    keyword: 'format',
    error: { message: '', params: ({ schema }) => _`{format: ${String(schema)}, expected: ${expected(schema)}}` },
    code(context: KeywordCxt) {
      const { data } = context;
      // A name in the table from here on, so no text of a spec reaches the code.
      const name = String(context.schema);
      const format = formatNamed(context.schema);
      if (format === undefined) return;
      used.add(name);
      context.fail(_`typeof ${data} == ${format.type} && !${new _Code(formatFunction(name))}(${data})`);
    },
  };
}

function expected(name: unknown): string {
  const { en = '', example = '' } = formatNamed(name) ?? {};
  return `${en} such as ${example}`;
}

const lengthKeyword = (name: string, isWrong: (text: Code, limit: number) => Code): CodeKeywordDefinition => ({
  keyword: name,
  type: 'string',
  schemaType: 'number',
  error: { message: '', params: ({ schema }) => _`{limit: ${Number(schema)}}` },
  code(context: KeywordCxt) {
    context.fail(isWrong(_`${context.data}`, Number(context.schema)));
  },
});

/**
 * `maxLength` and `minLength`, counted in code points as JSON Schema says, without counting where that is not needed: a
 * text of n UTF-16 units has between n/2 and n code points.
 */
export const LENGTHS: readonly CodeKeywordDefinition[] = [
  lengthKeyword('maxLength', (text, limit) => _`${text}.length > ${limit} && isLonger(${text}, ${limit})`),
  lengthKeyword('minLength', (text, limit) =>
    limit <= 1 ? _`${text}.length < ${limit}` : _`${text}.length < ${limit * 2} && isShorter(${text}, ${limit})`,
  ),
];
