import { requestMedia, schemasOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// The client knows every value it sends: an open list would let a typo through.
export const requestEnumIsClosed = defineRule({
  on: 'operation',
  set: 'iamport',
  title: { en: 'A request has an open enum', ko: '요청의 값 목록이 열려 있습니다' },
  cause: {
    en: 'The client knows every value it sends. An open list lets a typo through.',
    ko: '보내는 값은 모두 알려져 있습니다. 목록이 열려 있으면 오타를 잡지 못합니다.',
  },
  fix: {
    en: 'List the values with `enum` instead of `x-extensible-enum`.',
    ko: '`x-extensible-enum` 대신 `enum`으로 값을 나열하세요.',
  },
  check(operation, at) {
    const open = schemasOf(requestMedia(operation, at)).filter(({ schema }) => schema['x-extensible-enum']);
    return open.map((found) => ({
      at: found.at.child('x-extensible-enum'),
      en: `\`${found.at.name}\` is part of a request; list its values with \`enum\`.`,
      ko: `\`${found.at.name}\` 값은 우리가 보내므로 \`enum\`으로 나열하세요.`,
    }));
  },
});
