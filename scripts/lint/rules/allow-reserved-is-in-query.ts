import { defineRule } from '../rule.js';

// https://spec.openapis.org/oas/v3.1.1.html#parameter-object; the schema of 3.0 allows the keyword everywhere.
export const allowReservedIsInQuery = defineRule({
  on: 'parameter or header',
  set: 'structure',
  title: { en: '`allowReserved` is used outside the query', ko: '쿼리가 아닌 곳에 `allowReserved`가 있습니다' },
  cause: {
    en: 'OpenAPI 3.1 defines `allowReserved` for query parameters only. In a path, a header or a cookie it has no effect.',
    ko: 'OpenAPI 3.1에서 `allowReserved`는 쿼리 매개변수에만 쓸 수 있습니다. 경로, 헤더, 쿠키에서는 효과가 없습니다.',
  },
  fix: { en: 'Remove it.', ko: '지우세요.' },
  check({ in: place = 'header', allowReserved }, at) {
    if (allowReserved === undefined || place === 'query' || at.version === '3.0') return;
    return {
      at: at.child('allowReserved').key(),
      en: `\`allowReserved\` is for query parameters only, not for a ${place}; remove it.`,
      ko: `\`allowReserved\`는 쿼리 매개변수에만 쓸 수 있습니다. ${place} 값에서는 지우세요.`,
    };
  },
});
