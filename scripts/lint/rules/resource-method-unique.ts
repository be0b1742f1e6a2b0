import { resourceOf } from '../../openapi/identifiers.js';
import { operationsIn } from '../placed-schemas.js';
import { defineRule, type Finding } from '../rule.js';

// The operations `get-a` and `get_a` would become the same method of the client.
export const resourceMethodUnique = defineRule({
  on: 'paths',
  set: 'recommended',
  title: { en: 'Two operations become the same client method', ko: '두 작업이 클라이언트의 같은 메서드가 됩니다' },
  cause: {
    en: 'Method names are derived from operation IDs: `get-a` and `get_a` become the same name.',
    ko: '메서드 이름은 operationId로 만들어지므로 `get-a`와 `get_a`는 같은 이름이 됩니다.',
  },
  fix: {
    en: 'Set `x-resource-method` on one of them, such as `payments.list`.',
    ko: '한쪽에 `payments.list`처럼 `x-resource-method`를 지정하세요.',
  },
  check(paths, at): Finding[] {
    const claimed = new Map<string, string>();
    return operationsIn(paths, at).flatMap(({ operation, at: place }): Finding[] => {
      const { operationId: id } = operation;
      if (typeof id !== 'string') return [];
      const tags: readonly unknown[] = Array.isArray(operation.tags) ? operation.tags : [];
      const tag = typeof tags[0] === 'string' ? tags[0] : undefined;
      const { resource, resourceMethod } = resourceOf(operation['x-resource-method'], tag, id);
      const name = `${resource}.${resourceMethod}`;
      const other = claimed.get(name);
      claimed.set(name, other ?? id);
      if (other === undefined || other === id) return [];
      return [
        {
          at: place,
          en: `\`${other}\` and \`${id}\` would both become the method ${name}; set \`x-resource-method\` on one.`,
          ko: `\`${other}\` 작업과 \`${id}\` 작업이 모두 ${name} 메서드가 됩니다. 한쪽에 \`x-resource-method\`를 지정하세요.`,
        },
      ];
    });
  },
});
