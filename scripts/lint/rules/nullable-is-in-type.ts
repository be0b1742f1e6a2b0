import { typesOf } from '../../generate/schema.js';
import { defineRule } from '../rule.js';

// The official text marks no field nullable. `nullable` is OpenAPI 3.0, and a null only in prose helps no program.
export const nullableIsInType = defineRule({
  id: 'nullable-is-in-type',
  severity: 'error',
  on: 'schema',
  check(schema, at) {
    if (schema.nullable !== undefined)
      return { at: at.child('nullable'), message: `Write \`type: [string, 'null']\` instead of \`nullable\`.` };
    const types = typesOf(schema);
    if (types.length === 0 || types.includes('null')) return;
    const isSaid = /\bnull\b/.test(schema.description ?? '') || schema.enum?.includes(null) === true;
    if (isSaid) return { at: at.child('type'), message: `\`${at.name}\` can be null, but its type does not say so.` };
    return undefined;
  },
});
