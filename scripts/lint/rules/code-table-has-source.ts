import { isObject } from '../../json/schema.js';
import { defineRule } from '../rule.js';

// Codes come and go. Without a source and a date, it is unclear whether a table is still right.
export const codeTableHasSource = defineRule({
  on: 'root',
  set: 'iamport',
  title: { en: 'A code table has no source', ko: '코드 표에 출처가 없습니다' },
  cause: {
    en: 'Codes come and go. Without a source and a date, it is unclear whether a table is still right.',
    ko: '코드는 생기고 없어집니다. 출처와 날짜가 없으면 표가 아직 맞는지 알 수 없습니다.',
  },
  fix: {
    en: 'Add a `title`, a `source`, a `date` and the `codes` to the table.',
    ko: '표에 `title`, `source`, `date`, `codes`를 적으세요.',
  },
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
      en: `The code table \`${key}\` has no ${missing.join(', no ')}.`,
      ko: `코드 표 \`${key}\`에 다음이 없습니다: ${missing.join(', ')}`,
    }));
  },
});
