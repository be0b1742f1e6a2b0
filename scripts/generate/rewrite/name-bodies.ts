import type { Body, OpenApi, Operation } from '../../openapi/document.js';
import { componentName, componentRef, mapValues, type Schema } from '../../json/schema.js';
import { createNamer, pascalCase } from '../../openapi/identifiers.js';
import { mainContent, mapOperations } from '../../openapi/walk-operations.js';

/**
 * Gives the request and response bodies written in place a schema of their own, named for their operation: types,
 * validators and `validate --operation` need a name to hold on to.
 */
export function nameBodies(document: OpenApi): OpenApi {
  const schemas: Record<string, Schema> = { ...document.components?.schemas };
  const unique = createNamer();
  Object.keys(schemas).forEach(unique);
  const hoist = (body: Body, wanted: string): Body => {
    const main = mainContent(body);
    if (main?.schema === undefined || componentName(main.schema.$ref) !== undefined) return body;
    const name = unique(wanted);
    schemas[name] = main.schema;
    return {
      ...body,
      content: {
        ...body.content,
        [main.mediaType]: { ...body.content?.[main.mediaType], schema: { $ref: componentRef(name) } },
      },
    };
  };
  const paths = mapOperations(document.paths, (operation) => nameInOperation(operation, hoist));
  const webhooks = mapOperations(document.webhooks, (operation) => nameInOperation(operation, hoist));
  return { ...document, paths, webhooks, components: { ...document.components, schemas } };
}

type Hoist = (body: Body, wanted: string) => Body;

function nameInOperation(operation: Operation, hoist: Hoist): Operation {
  const prefix = pascalCase(operation.operationId ?? '');
  return {
    ...operation,
    ...(operation.requestBody && { requestBody: hoist(operation.requestBody, `${prefix}Request`) }),
    responses: mapValues(operation.responses ?? {}, (response, status) =>
      hoist(response, `${prefix}${status === 'default' ? 'Default' : status}Response`),
    ),
  };
}
