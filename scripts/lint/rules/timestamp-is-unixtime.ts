import { typesOf } from '../../json/schema.js';
import { defineRule } from '../rule.js';

// The official document declares timestamps as strings, but recorded responses have integers, and 0 for "not yet". The
// few timestamps that are strings declare a `format`.
export const timestampIsUnixtime = defineRule('timestamp-is-unixtime', {
  on: 'schema',
  set: 'iamport',
  check(schema, at) {
    if (!/_at$/.test(at.name)) return;
    const types = typesOf(schema);
    if (types.includes('string') && schema.format !== undefined) return;
    if (!types.includes('integer')) return { at: at.child('type'), values: { problem: 'type', name: at.name } };
    if (schema.format !== 'unixtime') return { at, values: { problem: 'format', name: at.name } };
    return undefined;
  },
});
