import { defineRule } from '../rule.js';

// Ours are unique and in one style, the provider's are neither; people search with the provider's.
export const operationHasOfficialId = defineRule({
  id: 'operation-has-official-id',
  severity: 'error',
  on: 'operation',
  set: 'iamport',
  title: { en: "An operation does not name the provider's ID", ko: '제공사의 operationId가 없습니다' },
  cause: {
    en: "The provider's IDs are neither unique nor in one style, so ours differ; people search with the provider's.",
    ko: '제공사의 ID는 중복되고 형식이 제각각이라 다른 이름을 쓰지만, 사람들은 제공사의 이름으로 검색합니다.',
  },
  fix: {
    en: "Add `x-official-operation-id` with the ID of the provider's documentation.",
    ko: '제공사 문서의 ID를 `x-official-operation-id`에 적으세요.',
  },
  check(operation, at) {
    const official = operation['x-official-operation-id'];
    if (typeof official === 'string' && official !== '') return;
    return {
      at: at.child('operationId'),
      message: {
        en: `\`${operation.operationId ?? at.name}\` has no \`x-official-operation-id\`.`,
        ko: `\`${operation.operationId ?? at.name}\`에 \`x-official-operation-id\`가 없습니다.`,
      },
    };
  },
});
