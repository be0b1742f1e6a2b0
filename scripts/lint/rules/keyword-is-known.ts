import { isKeyword, KEYWORDS_3_1 } from '../../json/keywords.js';
import { didYouMean } from '../../messages/did-you-mean.js';
import { defineRule } from '../rule.js';

// JSON Schema 2020-12 treats an unknown keyword as an annotation; Redocly would reject the document.
export const keywordIsKnown = defineRule('keyword-is-known', {
  on: 'schema',
  set: 'recommended',
  check(schema, at) {
    if (at.version === '3.0') return [];
    const unknown = Object.keys(schema).filter((key) => !isKeyword(key));
    return unknown.map((key) => {
      const near = didYouMean(key, KEYWORDS_3_1);
      return { at: at.child(key).key(), values: near === undefined ? { keyword: key } : { keyword: key, near } };
    });
  },
});
