import { defineRule } from '../rule.js';

// An empty list rejects every value, which is never intended.
export const enumHasMembers = defineRule({
  on: 'schema',
  set: 'recommended',
  title: { en: 'An enum has no members', ko: 'enum에 값이 없습니다' },
  cause: {
    en: 'An empty list rejects every value, which is never intended.',
    ko: '빈 목록은 어떤 값도 받지 않습니다. 다른 뜻으로 쓴 것입니다.',
  },
  fix: { en: 'List the values, or delete the `enum`.', ko: '값을 나열하거나 `enum`을 지우세요.' },
  check({ enum: members }, at) {
    if (members === undefined || members.length > 0) return;
    return {
      at: at.child('enum'),
      en: 'The enum has no members, so no value is valid.',
      ko: 'enum에 값이 없어 어떤 값도 맞지 않습니다.',
    };
  },
});
