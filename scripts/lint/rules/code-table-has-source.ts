import { isObject } from '../../json/schema.js';
import { defineRule } from '../rule.js';

// Codes come and go. Without a source and a date, it is unclear whether a table is still right.
export const codeTableHasSource = defineRule('code-table-has-source', {
  on: 'root',
  set: 'iamport',
  check(document, at) {
    const tables = document['x-code-tables'];
    if (!isObject(tables)) return;
    const checked = Object.entries(tables).map(([key, reference]) => {
      const table: unknown = at.resolve(reference, at.file)?.node;
      return { key, missing: ['title', 'source', 'date', 'codes'].filter((name) => !isObject(table) || !table[name]) };
    });
    const incomplete = checked.filter(({ missing }) => missing.length > 0);
    return incomplete.map(({ key, missing }) => ({
      at: at.child('x-code-tables').child(key).key(),
      values: { table: key, missing },
    }));
  },
});
