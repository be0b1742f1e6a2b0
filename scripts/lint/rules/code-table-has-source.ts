import { isObject } from '../../generate/schema.js';
import { defineRule, type Finding } from '../rule.js';

// Codes come and go. Without a source and a date nobody can tell whether a table is still right.
export const codeTableHasSource = defineRule({
  id: 'code-table-has-source',
  severity: 'error',
  on: 'root',
  check(document, at) {
    const tables = document['x-code-tables'];
    if (!isObject(tables)) return;
    return Object.entries(tables).flatMap(([key, reference]): Finding[] => {
      const place = at.child('x-code-tables').child(key);
      const table: unknown = at.resolve(reference, at.file)?.node;
      const missing = ['title', 'source', 'date', 'codes'].filter((name) => !isObject(table) || !table[name]);
      if (missing.length === 0) return [];
      return [{ at: place.key(), message: `The code table \`${key}\` has no ${missing.join(', no ')}.` }];
    });
  },
});
