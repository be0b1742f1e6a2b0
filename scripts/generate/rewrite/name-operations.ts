import type { OpenApi } from '../../openapi/document.js';
import { createNamer, methodName } from '../../openapi/identifiers.js';
import { mapOperations, operationsOf } from '../../openapi/walk-operations.js';

/** Names every operation that has no `operationId`, by its method and path: `GET /items/{id}` → `getItemsById`. */
export function nameOperations(document: OpenApi): OpenApi {
  const unique = createNamer();
  for (const { operation } of operationsOf(document))
    if (operation.operationId !== undefined) unique(methodName(operation.operationId));
  const paths = mapOperations(document.paths, (operation, { method, path }) =>
    operation.operationId === undefined ? { ...operation, operationId: unique(derivedName(method, path)) } : operation,
  );
  return { ...document, paths };
}

function derivedName(method: string, path: string): string {
  return methodName(`${method} ${path.replace(/\{([^}]*)\}/g, ' by $1 ')}`);
}
