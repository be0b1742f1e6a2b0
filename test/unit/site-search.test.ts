import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { describe, expect, it } from 'vitest';

// The site is a package of its own, in JavaScript.
const { searchable, withoutMarks } = (await import(
  pathToFileURL(path.resolve('scripts/site/src/search-marks.mjs')).href
)) as { searchable: (html: string) => string; withoutMarks: (text: string) => string };

const CASES = [
  ['endings of a compound', '가상계좌', '가상계좌^^상계좌^^계좌'],
  ['another compound', '부분환불', '부분환불^^분환불^^환불'],
  ['a word after a name', 'KG이니시스, 7일', 'KG이니시스^^이니시스^^니시스^^시스, 7일'],
  ['short words', '결제 취소 및 환불', '결제 취소 및 환불'],
  [
    'no code, attributes or drawings',
    '<a title="가상계좌"><pre>가상계좌</pre><svg><text>가상계좌</text></svg></a>',
    undefined,
  ],
  ['words around tags', '<b>웹훅이</b> <code>imp_uid</code>로', '<b>웹훅이^^훅이</b> <code>imp_uid</code>로'],
  ['entities', '3 &lt; 4 &amp; 가맹점', '3 &lt; 4 &amp; 가맹점^^맹점'],
  ['English', 'Cancel a payment', undefined],
] as const;

describe('words for the index of the search', () => {
  it.each(CASES)('%s', (_title, given, want) => {
    const page = `<main>${given}</main><footer>가상계좌</footer>`;
    const marked = searchable(page);
    expect(marked).toBe(`<main>${want ?? given}</main><footer>가상계좌</footer>`);
    expect(withoutMarks(marked)).toBe(page);
  });

  it('leaves a page without a main part as it is', () => {
    expect(searchable('<p>가상계좌</p>')).toBe('<p>가상계좌</p>');
  });
});
