import { defineRule } from '../rule.js';

// Our IDs are unique and consistent, unlike the provider's, but developers search for the provider's.
export const operationHasOfficialId = defineRule({
  on: 'operation',
  set: 'iamport',
  title: { en: "An operation lacks the provider's operation ID", ko: '제공사의 operationId가 없습니다' },
  cause: {
    en: "The provider's IDs are neither unique nor consistent, so ours differ, but developers search for the provider's.",
    ko: '제공사의 ID는 중복되고 형식이 제각각이라 다른 이름을 쓰지만, 사람들은 제공사의 이름으로 검색합니다.',
  },
  fix: {
    en: "Add `x-official-operation-id` with the ID from the provider's documentation.",
    ko: '제공사 문서의 ID를 `x-official-operation-id`에 적으세요.',
  },
  check(operation, at) {
    const official = operation['x-official-operation-id'];
    if (typeof official === 'string' && official !== '') return;
    return {
      at: at.child('operationId'),
      en: `\`${operation.operationId ?? at.name}\` has no \`x-official-operation-id\`.`,
      ko: `\`${operation.operationId ?? at.name}\`에 \`x-official-operation-id\`가 없습니다.`,
    };
  },
});
