import { resourceOf } from '../../generate/operation-model.js';
import { METHODS } from '../../generate/walk-operations.js';
import { isObject } from '../../generate/schema.js';
import { defineRule, type Finding } from '../rule.js';

// `get-a` and `get_a` are two operations, but would be one method of the client.
export const resourceMethodUnique = defineRule({
  id: 'resource-method-unique',
  severity: 'error',
  on: 'paths',
  check(paths, at): Finding[] {
    const claimed = new Map<string, string>();
    return Object.entries(paths).flatMap(([path, item]) => {
      const target = at.resolve(item, at.file);
      return METHODS.flatMap((method): Finding[] => {
        const operation = target?.node[method];
        if (!isObject(operation) || typeof operation.operationId !== 'string') return [];
        const tags: readonly unknown[] = Array.isArray(operation.tags) ? operation.tags : [];
        const tag = typeof tags[0] === 'string' ? tags[0] : undefined;
        const { resource, resourceMethod } = resourceOf(operation['x-resource-method'], tag, operation.operationId);
        const name = `${resource}.${resourceMethod}`;
        const other = claimed.get(name);
        claimed.set(name, other ?? operation.operationId);
        if (other === undefined || other === operation.operationId) return [];
        const message = `\`${other}\` and \`${operation.operationId}\` would both be the method ${name}; set \`x-resource-method\` on one.`;
        return [{ at: at.child(path).child(method), message }];
      });
    });
  },
});
