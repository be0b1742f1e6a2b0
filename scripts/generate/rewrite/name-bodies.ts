import type { Body, OpenApi, Operation, PathItem } from '../../openapi/document.js';
import { componentName, componentRef, isObject, mapValues, type Schema } from '../../json/schema.js';
import { createNamer, pascalCase } from '../../openapi/identifiers.js';
import { mainContent, METHODS } from '../../openapi/walk-operations.js';

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
  const paths = mapValues(document.paths ?? {}, (item) => nameInPathItem(item, hoist));
  const webhooks = mapValues(document.webhooks ?? {}, (item) => nameInPathItem(item, hoist));
  return { ...document, paths, webhooks, components: { ...document.components, schemas } };
}

type Hoist = (body: Body, wanted: string) => Body;

function nameInPathItem(item: PathItem, hoist: Hoist): PathItem {
  return mapValues(item, (value, method) =>
    METHODS.includes(method) && isObject(value) ? nameInOperation(value, hoist) : value,
  );
}

function nameInOperation(operation: Operation, hoist: Hoist): Operation {
  const prefix = pascalCase(operation.operationId ?? '');
  return {
    ...operation,
    ...(operation.requestBody && { requestBody: hoist(operation.requestBody, `${prefix}Request`) }),
    responses: mapValues(operation.responses ?? {}, (response, status) =>
      hoist(response, `${prefix}${status.replace(/\W/g, '')}Response`),
    ),
  };
}
