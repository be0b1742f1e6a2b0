import type { Body, OpenApi } from '../../openapi/document.js';
import { componentName, componentRef, type Schema } from '../../json/schema.js';
import { createNamer, pascalCase } from '../../openapi/identifiers.js';
import { mainContent, mapBodies } from '../../openapi/walk-operations.js';

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
  const hoistAll = (items: OpenApi['paths']): NonNullable<OpenApi['paths']> =>
    mapBodies(items, (body, { operation, status }) => {
      const what = status === undefined ? 'Request' : `${status === 'default' ? 'Default' : status}Response`;
      return hoist(body, pascalCase(operation.operationId ?? '') + what);
    });
  const [paths, webhooks] = [hoistAll(document.paths), hoistAll(document.webhooks)];
  return { ...document, paths, webhooks, components: { ...document.components, schemas } };
}
