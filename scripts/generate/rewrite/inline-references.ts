import type { Body, OpenApi, Operation, PathItem } from '../../openapi/document.js';
import { isObject, mapValues } from '../../json/schema.js';
import { follow, METHODS } from '../../openapi/walk-operations.js';

/**
 * Puts shared parameters, request bodies and responses in place, so that later steps find everything about an operation
 * in the operation. Schemas stay references: they may be recursive, and they have names of their own.
 */
export function inlineReferences(document: OpenApi): OpenApi {
  const inline = (item: PathItem): PathItem => inlinePathItem(document, item);
  const { schemas = {}, securitySchemes = {} } = document.components ?? {};
  return {
    ...document,
    paths: mapValues(document.paths ?? {}, inline),
    webhooks: mapValues(document.webhooks ?? {}, inline),
    components: { schemas, securitySchemes },
  };
}

function inlinePathItem(document: OpenApi, item: PathItem): PathItem {
  const parameters = (item.parameters ?? []).map((parameter) => follow(document, parameter));
  const operations = Object.entries(item).flatMap(([method, operation]) =>
    METHODS.includes(method) && isObject(operation) ? [[method, inlineOperation(document, operation)] as const] : [],
  );
  const { servers } = item;
  return {
    ...(servers && { servers }),
    ...(parameters.length > 0 && { parameters }),
    ...Object.fromEntries(operations),
  };
}

function inlineOperation(document: OpenApi, operation: OperationLike): OperationLike {
  return {
    ...operation,
    ...(operation.parameters && { parameters: operation.parameters.map((parameter) => follow(document, parameter)) }),
    ...(operation.requestBody && { requestBody: withoutExamples(document, follow(document, operation.requestBody)) }),
    responses: mapValues(operation.responses ?? {}, (response) =>
      withoutExamples(document, follow(document, response)),
    ),
  };
}

type OperationLike = Pick<Operation, 'parameters' | 'requestBody' | 'responses'>;

function withoutExamples(document: OpenApi, body: Body): Body {
  if (body.content === undefined) return body;
  return {
    ...body,
    content: mapValues(body.content, ({ schema, encoding }) => ({
      ...(schema !== undefined && { schema }),
      ...(isObject(encoding) && { encoding: mapValues(encoding, (each) => withHeaders(document, each)) }),
    })),
  };
}

/** An encoding with its shared headers in place. */
function withHeaders(document: OpenApi, encoding: unknown): unknown {
  if (!isObject(encoding) || !isObject(encoding.headers)) return encoding;
  const headers = mapValues(encoding.headers, (header) => (isObject(header) ? follow(document, header) : header));
  return { ...encoding, headers };
}
