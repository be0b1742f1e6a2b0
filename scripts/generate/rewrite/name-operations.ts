import type { OpenApi, PathItem } from '../../openapi/document.js';
import { createNamer, methodName } from '../../openapi/identifiers.js';
import { METHODS, operationsOf } from '../../openapi/walk-operations.js';
import { isObject, mapValues } from '../../json/schema.js';

/** Names every operation that has no `operationId`, by its method and path: `GET /items/{id}` → `getItemsById`. */
export function nameOperations(document: OpenApi): OpenApi {
  const unique = createNamer();
  for (const { operation } of operationsOf(document))
    if (operation.operationId !== undefined) unique(methodName(operation.operationId));
  const nameItem = (item: PathItem, path: string): PathItem =>
    mapValues(item, (operation, method) => {
      if (!METHODS.includes(method) || !isObject(operation) || operation.operationId !== undefined) return operation;
      return { ...operation, operationId: unique(derivedName(method, path)) };
    });
  return { ...document, paths: mapValues(document.paths ?? {}, nameItem) };
}

function derivedName(method: string, path: string): string {
  return methodName(`${method} ${path.replace(/\{([^}]*)\}/g, ' by $1 ')}`);
}
