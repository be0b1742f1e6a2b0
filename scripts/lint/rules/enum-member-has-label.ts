import { isObject } from '../../json/schema.js';
import { defineRule } from '../rule.js';

// Values such as `EXTRAFEEE` and `trans` need an explanation. Labels appear in the generated documentation.
export const enumMemberHasLabel = defineRule({
  on: 'schema',
  set: 'iamport',
  title: { en: 'A member of an enum has no label', ko: 'enum 값에 설명이 없습니다' },
  cause: {
    en: 'Values such as `EXTRAFEEE` or `trans` need an explanation. Labels appear in the generated documentation.',
    ko: '`EXTRAFEEE`나 `trans` 같은 값만으로는 뜻을 알 수 없습니다. 설명은 생성된 문서에 그대로 실립니다.',
  },
  fix: { en: 'Add every member to `x-enumDescriptions`.', ko: '모든 값을 `x-enumDescriptions`에 추가하세요.' },
  check(schema, at) {
    const keyword = schema.enum === undefined ? 'x-extensible-enum' : 'enum';
    const members: unknown = schema[keyword];
    const labels = isObject(schema['x-enumDescriptions']) ? schema['x-enumDescriptions'] : {};
    if (!Array.isArray(members)) return;
    const isLabel = (label: unknown): boolean => typeof label === 'string' && label.trim() !== '';
    const bare = members.filter((member) => member !== null && !isLabel(labels[String(member)])).map(String);
    if (bare.length === 0) return;
    return {
      at: at.child(keyword),
      en: `\`x-enumDescriptions\` has no entry for ${bare.join(', ')}.`,
      ko: `\`x-enumDescriptions\`에 다음 값의 설명이 없습니다: ${bare.join(', ')}`,
    };
  },
});
