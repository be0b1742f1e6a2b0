import { defineRule } from '../rule.js';

// Agencies act for their sub-merchants with this header on any call; the official document omits it.
export const operationTakesTier = defineRule({
  on: 'operation',
  set: 'iamport',
  title: { en: 'An operation does not accept the Tier header', ko: 'Tier 헤더를 받지 않습니다' },
  cause: {
    en: 'Agencies act for their sub-merchants with this header on any call; the official document omits it.',
    ko: '에이전시는 모든 호출에서 이 헤더로 하위 가맹점을 대신합니다. 공식 문서에는 나오지 않습니다.',
  },
  fix: { en: 'Add the parameter `Tier` to the operation.', ko: '작업에 `Tier` 매개변수를 추가하세요.' },
  check({ operationId = '', parameters = [] }, at) {
    const known = parameters.map((parameter) => at.resolve(parameter, at.file)?.node);
    if (known.some((parameter) => parameter?.in === 'header' && parameter.name === 'Tier')) return;
    return {
      at: at.child('operationId'),
      en: `\`${operationId}\` does not accept the \`Tier\` header.`,
      ko: `\`${operationId}\` 작업이 \`Tier\` 헤더를 받지 않습니다.`,
    };
  },
});
