import { UsageError } from '../../messages/usage-error.js';
import type { OperationModel, WireModel } from './model.js';
import type { Body, OpenApi, Operation } from '../../openapi/document.js';
import {
  envelopeOf,
  hasBracketForms,
  readBackOf,
  tokenExchangeOf,
  type Envelope,
} from '../../openapi/document-extensions.js';
import { mediaTypes, successesOf } from './media-types.js';
import { requirementsOf, serverModel } from './security.js';
import { inputSchema, type Input } from './input-schema.js';
import { componentName, typesOf, type Schema, type Schemas } from '../../json/schema.js';
import { pascalCase, resourceOf } from '../../openapi/identifiers.js';
import { literal } from '../text.js';
import { timePlaces } from './time-places.js';
import { mainContent, type PlacedOperation } from '../../openapi/walk-operations.js';

/**
 * Describes one operation and builds the schema of its input.
 *
 * @throws {UsageError} when it has no `operationId`: the client calls operations by it.
 */
export function operationModel(
  placed: PlacedOperation,
  document: OpenApi,
  unique: (name: string) => string,
): { operation: OperationModel; input: Schema } {
  const { path, method, operation } = placed;
  const id = operation.operationId;
  if (id === undefined) throw new UsageError('no-operation-id', { operation: `${method} ${path}` });
  const schemas = document.components?.schemas ?? {};
  const input = inputSchema(placed, schemas);
  const responses = responseSchemas(operation.responses ?? {});
  const model: OperationModel = {
    id,
    method,
    path,
    summary: operation.summary ?? '',
    description: operation.description ?? '',
    isDeprecated: operation.deprecated === true,
    needsAuth: (operation.security ?? document.security ?? []).length > 0,
    pathFields: input.pathFields,
    queryFields: input.queryFields,
    headerFields: input.headerFields,
    ...beyondJson(input, placed, document),
    ...bodyOf(operation.requestBody, input.isBodyWhole),
    input: unique(`${pascalCase(id)}Input`),
    isInputRequired: (input.schema.required ?? []).length > 0 || input.schema.anyOf !== undefined,
    responses,
    ...outputOf(operation, schemas, envelopeOf(document)),
    effect: typeof operation['x-effect'] === 'string' ? operation['x-effect'] : undefined,
    readBack: readBackOf(operation['x-read-back']),
    times: timePlaces(input.schema, schemas),
    failures: failuresOf(operation.responses ?? {}),
    ...resourceOf(operation['x-resource-method'], operation.tags?.[0], id),
  };
  return { operation: model, input: input.schema };
}

/** A client that exchanges tokens supports one security scheme. */
function beyondJson(
  input: Input,
  placed: PlacedOperation,
  document: OpenApi,
): Pick<OperationModel, 'wire' | 'security'> {
  if (tokenExchangeOf(document) !== undefined) return wireOf(input, placed, hasBracketForms(document));
  return { ...wireOf(input, placed, false), security: requirementsOf(document, placed.operation) };
}

function wireOf(
  { cookieFields, styles, partHeaders }: Input,
  { operation, server }: PlacedOperation,
  areFormsPlain: boolean,
): Pick<OperationModel, 'wire'> {
  const wire: WireModel = {
    ...(server && { server: serverModel(server) }),
    ...mediaTypes(operation, areFormsPlain),
    ...(Object.keys(cookieFields).length > 0 && { cookieFields }),
    ...(Object.keys(styles).length > 0 && { styles }),
    ...(partHeaders !== undefined && { partHeaders }),
  };
  return Object.keys(wire).length === 0 ? {} : { wire };
}

function bodyOf(requestBody: Body | undefined, isWhole: boolean): Pick<OperationModel, 'body'> {
  const main = mainContent(requestBody);
  if (main === undefined) return {};
  return { body: { mediaType: main.mediaType, isWhole, schema: componentName(main.schema?.$ref) ?? '' } };
}

/** Status → schema of its JSON body, for the statuses that have one. */
export function responseSchemas(responses: Readonly<Record<string, Body>>): Record<string, string> {
  const named = Object.entries(responses).map(
    ([status, body]) => [status, componentName(mainContent(body)?.schema?.$ref)] as const,
  );
  return Object.fromEntries(named.flatMap(([status, name]) => (name === undefined ? [] : [[status, name] as const])));
}

/** What callers get: the data in the document's envelope, else the bodies of successes; empty where there are none. */
function outputOf(
  { responses = {} }: Operation,
  schemas: Schemas,
  envelope: Envelope | undefined,
): Pick<OperationModel, 'output' | 'hasEnvelope'> {
  const bodies = successesOf(responses).map(({ body }) => componentName(mainContent(body)?.schema?.$ref));
  const names = [...new Set(bodies.map((name) => name ?? 'undefined'))];
  const name = bodies.find((body) => body !== undefined);
  if (name === undefined) return { output: 'void', hasEnvelope: false };
  const plain = { output: names.join(' | '), hasEnvelope: false };
  if (envelope === undefined) return plain;
  const success = successOf(name, schemas, envelope);
  const data = schemas[success]?.properties?.[envelope.data];
  const isWrapped = data !== undefined && schemas[success]?.properties?.[envelope.code] !== undefined;
  return isWrapped ? { output: typeName(data) ?? `${success}[${literal(envelope.data)}]`, hasEnvelope: true } : plain;
}

/** Among the alternatives of an answer, the one whose code means success. */
function successOf(name: string, schemas: Schemas, { code, success }: Envelope): string {
  const alternatives = (schemas[name]?.anyOf ?? schemas[name]?.oneOf ?? []).map(
    ({ $ref }) => componentName($ref) ?? '',
  );
  return alternatives.find((alternative) => schemas[alternative]?.properties?.[code]?.const === success) ?? name;
}

function typeName(schema: Schema): string | undefined {
  if (typesOf(schema).join() === 'null') return 'void';
  if (schema.type === 'array' && typeof schema.items === 'object') {
    const item = componentName(schema.items.$ref);
    return item === undefined ? undefined : `${item}[]`;
  }
  return componentName(schema.$ref);
}

function failuresOf(responses: Readonly<Record<string, Body>>): Record<string, string> {
  const failed = Object.entries(responses).filter(([status]) => /^[45]/.test(status));
  return Object.fromEntries(failed.map(([status, body]) => [status, body.description ?? '']));
}
