import { resourceOf } from '../../openapi/identifiers.js';
import { operationsIn } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// The operations `get-a` and `get_a` would become the same method of the client.
export const resourceMethodUnique = defineRule('resource-method-unique', {
  on: 'paths',
  set: 'recommended',
  check(paths, at) {
    const claimed = new Map<string, string>();
    return operationsIn(paths, at).flatMap(({ operation, at: place }) => {
      const { operationId: id } = operation;
      if (typeof id !== 'string') return [];
      const tags: readonly unknown[] = Array.isArray(operation.tags) ? operation.tags : [];
      const tag = typeof tags[0] === 'string' ? tags[0] : undefined;
      const { resource, resourceMethod } = resourceOf(operation['x-resource-method'], tag, id);
      const name = `${resource}.${resourceMethod}`;
      const other = claimed.get(name);
      claimed.set(name, other ?? id);
      if (other === undefined || other === id) return [];
      return [{ at: place, values: { one: other, other: id, method: name } }];
    });
  },
});
