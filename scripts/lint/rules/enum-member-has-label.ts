import { isObject } from '../../json/schema.js';
import { defineRule } from '../rule.js';

// Values such as `EXTRAFEEE` and `trans` need an explanation. Labels appear in the generated documentation.
export const enumMemberHasLabel = defineRule('enum-member-has-label', {
  on: 'schema',
  set: 'iamport',
  check(schema, at) {
    const keyword = schema.enum === undefined ? 'x-extensible-enum' : 'enum';
    const members: unknown = schema[keyword];
    const labels = isObject(schema['x-enumDescriptions']) ? schema['x-enumDescriptions'] : {};
    if (!Array.isArray(members)) return;
    const isLabel = (label: unknown): boolean => typeof label === 'string' && label.trim() !== '';
    const bare = members.filter((member) => member !== null && !isLabel(labels[String(member)])).map(String);
    if (bare.length === 0) return;
    return { at: at.child(keyword), values: { members: bare } };
  },
});
