import { responseMedia, schemasOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// The provider may add values at any time, and a closed list would reject responses that contain one. `x-closed-enum`
// gives the reason why a list is complete nevertheless.
export const responseEnumIsOpen = defineRule({
  on: 'operation',
  set: 'iamport',
  title: { en: 'A response has a closed enum', ko: '응답의 값 목록이 닫혀 있습니다' },
  cause: {
    en: 'The provider may add values at any time, and a closed list would reject responses that contain one.',
    ko: '제공사는 언제든 새 값이 생길 수 있다고 합니다. 목록이 닫혀 있으면 새 값이 든 응답을 거부하게 됩니다.',
  },
  fix: {
    en: 'Use `x-extensible-enum`, or give the reason why the list is complete in `x-closed-enum`.',
    ko: '`x-extensible-enum`을 쓰거나, 목록이 완전한 이유를 `x-closed-enum`에 적으세요.',
  },
  check(operation, at) {
    const closed = schemasOf(responseMedia(operation, at, '')).filter(
      ({ schema }) => schema.enum !== undefined && typeof schema['x-closed-enum'] !== 'string',
    );
    return closed.map((found) => ({
      at: found.at.child('enum'),
      en: `\`${found.at.name}\` is part of a response; list its values with \`x-extensible-enum\`.`,
      ko: `\`${found.at.name}\` 값은 서버가 보내므로 \`x-extensible-enum\`으로 나열하세요.`,
    }));
  },
});
