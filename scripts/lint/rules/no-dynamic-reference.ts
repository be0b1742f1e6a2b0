import { defineRule, type Finding } from '../rule.js';

// The target of a dynamic reference depends on which schema refers to it, which TypeScript types cannot express.
export const noDynamicReference = defineRule({
  on: 'schema',
  set: 'recommended',
  title: { en: 'A schema has a dynamic reference', ko: '동적 참조가 있습니다' },
  cause: {
    en: 'The target of a dynamic reference depends on which schema refers to it, which TypeScript types cannot express.',
    ko: '동적 참조의 뜻은 누가 참조하느냐에 따라 달라져 TypeScript 타입으로 나타낼 수 없습니다.',
  },
  fix: { en: 'Use `$ref`.', ko: '`$ref`를 쓰세요.' },
  check(schema, at): Finding[] {
    const used = ['$dynamicRef', '$recursiveRef'].filter((keyword) => schema[keyword] !== undefined);
    return used.map((keyword) => ({
      at: at.child(keyword),
      en: `Use \`$ref\` instead of \`${keyword}\`.`,
      ko: `\`${keyword}\` 대신 \`$ref\`를 쓰세요.`,
    }));
  },
});
