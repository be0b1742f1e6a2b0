import { isKeyword, KEYWORDS_3_1 } from '../../json/keywords.js';
import { didYouMean } from '../../messages/did-you-mean.js';
import { defineRule, type Finding } from '../rule.js';

// JSON Schema 2020-12 treats an unknown keyword as an annotation; Redocly would reject the document.
export const keywordIsKnown = defineRule({
  severity: 'warning',
  on: 'schema',
  set: 'recommended',
  title: { en: 'A schema has an unknown keyword', ko: '스키마에 의미 없는 키워드가 있습니다' },
  cause: {
    en: 'The keyword is misspelt, or belongs to an older version (such as `nullable` and `id`) or another tool. JSON Schema 2020-12 ignores it.',
    ko: '`nullable`이나 `id`처럼 예전 버전의 키워드이거나, 다른 도구의 키워드이거나, 철자가 틀렸습니다. JSON Schema 2020-12는 이런 키워드를 무시합니다.',
  },
  fix: {
    en: 'Remove it, correct its spelling, or prefix it with `x-`. Instead of `nullable: true`, add `null` to the types.',
    ko: '지우거나, 철자를 고치거나, `x-`로 시작하게 하세요. `nullable: true` 대신 타입에 `null`을 쓰세요.',
  },
  check(schema, at): Finding[] {
    if (at.version === '3.0') return [];
    const unknown = Object.keys(schema).filter((key) => !isKeyword(key));
    return unknown.map((key) => {
      const near = didYouMean(key, KEYWORDS_3_1);
      return {
        at: at.child(key).key(),
        en: `\`${key}\` is not a JSON Schema keyword and is ignored.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`,
        ko: `\`${key}\` 키워드는 스키마에서 의미가 없어 무시됩니다.${near === undefined ? '' : ` 혹시 \`${near}\`인가요?`}`,
      };
    });
  },
});
