import { defineRule } from '../rule.js';

const VERBS =
  'accrue add approve cancel collect confirm create delete find get issue list pay place prepare register reject ' +
  'release report request reschedule resolve retry schedule ship unschedule update withhold';

// Operation IDs become method names. The provider mixes four styles and has two duplicate IDs.
export const operationIdIsVerbFirst = defineRule({
  on: 'operation',
  set: 'iamport',
  title: { en: 'An operationId does not start with a verb', ko: 'operationId가 동사로 시작하지 않습니다' },
  cause: {
    en: 'Operation IDs become method names. The provider mixes four styles and has two duplicate IDs.',
    ko: 'operationId는 함수 이름이 됩니다. 제공사는 네 가지 형식을 섞어 쓰고 두 ID는 중복됩니다.',
  },
  fix: {
    en: 'Use camelCase and start with a verb, such as `getPayment`.',
    ko: '`getPayment`처럼 동사로 시작하는 camelCase로 쓰세요.',
  },
  check({ operationId = '' }, at) {
    const [verb = ''] = /^[a-z]+/.exec(operationId) ?? [];
    if (/^[a-z]+(?:[A-Z][a-z0-9]*)+$/.test(operationId) && VERBS.split(' ').includes(verb)) return;
    return {
      at: at.child('operationId'),
      en: `\`${operationId}\` must be camelCase and start with a verb: ${VERBS.replaceAll(' ', ', ')}.`,
      ko: `\`${operationId}\`: 동사로 시작하는 camelCase여야 합니다(${VERBS.replaceAll(' ', ', ')}).`,
    };
  },
});
