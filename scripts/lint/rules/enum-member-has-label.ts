import { isObject } from '../../generate/schema.js';
import { defineRule } from '../rule.js';

// `EXTRAFEEE` and `trans` explain nothing. Labels reach the generated documentation.
export const enumMemberHasLabel = defineRule({
  id: 'enum-member-has-label',
  severity: 'error',
  on: 'schema',
  check(schema, at) {
    const keyword = schema.enum === undefined ? 'x-extensible-enum' : 'enum';
    const members: unknown = schema[keyword];
    const labels = isObject(schema['x-enumDescriptions']) ? schema['x-enumDescriptions'] : {};
    if (!Array.isArray(members)) return;
    const bare = members.filter((member) => member !== null && !isLabel(labels[String(member)])).map(String);
    if (bare.length === 0) return;
    return { at: at.child(keyword), message: `\`x-enumDescriptions\` says nothing about ${bare.join(', ')}.` };
  },
});

function isLabel(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
