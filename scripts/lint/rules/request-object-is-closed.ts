import { requestMedia, schemasOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// An unknown property in a request is a typo, and the server would silently ignore it.
export const requestObjectIsClosed = defineRule({
  on: 'operation',
  set: 'iamport',
  title: { en: 'A request allows unknown properties', ko: '요청이 모르는 필드를 받습니다' },
  cause: {
    en: 'An unknown property in a request is a typo, and the server would silently ignore it.',
    ko: '요청의 모르는 필드는 오타이고, 서버는 아무 말 없이 다른 일을 하게 됩니다.',
  },
  fix: { en: 'Add `additionalProperties: false`.', ko: '`additionalProperties: false`를 추가하세요.' },
  check(operation, at) {
    const open = schemasOf(requestMedia(operation, at)).filter(
      ({ schema }) => schema.properties !== undefined && schema.additionalProperties !== false,
    );
    return open.map((found) => ({
      at: found.at,
      en: `\`${found.at.name}\` allows unknown properties.`,
      ko: `\`${found.at.name}\` 객체가 모르는 필드를 받습니다.`,
    }));
  },
});
