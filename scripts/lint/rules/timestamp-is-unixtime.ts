import { typesOf } from '../../generate/schema.js';
import { defineRule } from '../rule.js';

// The official text calls timestamps strings; every recorded answer has integers, 0 for "not yet". The few times that
// really are text say with a `format` how they are written.
export const timestampIsUnixtime = defineRule({
  id: 'timestamp-is-unixtime',
  severity: 'error',
  on: 'schema',
  check(schema, at) {
    if (!/_at$/.test(at.name)) return;
    const types = typesOf(schema);
    if (types.includes('string') && schema.format !== undefined) return;
    if (!types.includes('integer'))
      return { at: at.child('type'), message: `\`${at.name}\` is a time and must be an integer.` };
    if (schema.format !== 'unixtime')
      return { at, message: `\`${at.name}\` ends in _at but has no \`format: unixtime\`.` };
    return undefined;
  },
});
