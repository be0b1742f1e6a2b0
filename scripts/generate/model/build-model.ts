import { compareText } from '../../messages/diagnostic.js';
import { UsageError } from '../../messages/usage-error.js';
import type { Model, OperationModel, ResourceModel, SchemaModel, WebhookModel } from './model.js';
import type { OpenApi } from '../../openapi/document.js';
import { envelopeOf, tokenExchangeOf } from '../../openapi/document-extensions.js';
import { clientOptionsOf } from './client-options.js';
import { operationModel, responseSchemas } from './operation-model.js';
import { resourceModels } from './resources.js';
import { requirementsOf, schemesOf, serverModel } from './security.js';
import { nameEnums } from './name-enums.js';
import { componentName, type Schema, type Schemas } from '../../json/schema.js';
import { createNamer } from '../../openapi/identifiers.js';
import { mainContent, operationsOf, webhooksOf } from '../../openapi/walk-operations.js';

/** Builds the model from the bundled document and from the same after all rewrites. */
export function buildModel(document: OpenApi, named: OpenApi): Model {
  const own = named.components?.schemas ?? {};
  const { operations, inputs } = operationsWithInputs(named, own);
  const schemas = { ...own, ...inputs };
  const { schemas: aliased, enums, unixTime } = nameEnums(schemas);
  operations.sort((a, b) => compareText(a.id, b.id));
  const enumNames = enums.flatMap(({ name }) => [name, `Known${name}`]);
  const taken = [...Object.keys(schemas), ...enumNames, ...(unixTime === undefined ? [] : [unixTime])];
  const resources = resourceModels(operations, taken, document.tags);
  return {
    document,
    typed: { ...named, components: { schemas: aliased } },
    baseUrl: baseUrlOf(document),
    variables: document.servers?.[0] && serverModel(document.servers[0]).variables,
    securitySchemes: schemesOf(document),
    security: requirementsOf(document),
    envelope: envelopeOf(document),
    tokenExchange: tokenExchangeOf(document),
    clientOptions: clientOptionsOf(operationsOf(named)),
    schemas: schemaModels(schemas, resources),
    enums,
    unixTime,
    operations,
    resources,
    webhooks: webhookModels(named),
  };
}

/** A client that exchanges tokens has no options for the variables of its server: their defaults stand there. */
function baseUrlOf(document: OpenApi): string {
  const [server] = document.servers ?? [];
  const url = server?.url.replace(/\/+$/, '') ?? '';
  if (tokenExchangeOf(document) === undefined) return url;
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => server?.variables?.[name]?.default ?? whole);
}

function operationsWithInputs(
  named: OpenApi,
  own: Schemas,
): { operations: OperationModel[]; inputs: Record<string, Schema> } {
  const unique = createNamer();
  Object.keys(own).forEach(unique);
  const operations: OperationModel[] = [];
  const inputs: Record<string, Schema> = {};
  const methods = new Map<string, string>();
  for (const placed of operationsOf(named)) {
    const { operation, input } = operationModel(placed, named, unique);
    claimMethod(methods, operation);
    operations.push(operation);
    inputs[operation.input] = input;
  }
  return { operations, inputs };
}

function claimMethod(methods: Map<string, string>, { id, resource, resourceMethod }: OperationModel): void {
  const name = `${resource}.${resourceMethod}`;
  const other = methods.get(name);
  if (other !== undefined) throw new UsageError('same-method', { one: other, other: id, name });
  methods.set(name, id);
}

function schemaModels(schemas: Schemas, resources: readonly ResourceModel[]): readonly SchemaModel[] {
  const inputs = resources.flatMap(({ file, operations }) => operations.map(({ input }) => [input, file] as const));
  const files = new Map(inputs);
  return Object.entries(schemas)
    .map(([name, schema]) => ({ name, schema, file: files.get(name) ?? 'models' }))
    .sort((a, b) => compareText(a.name, b.name));
}

function webhookModels(named: OpenApi): WebhookModel[] {
  return webhooksOf(named)
    .map(({ path, operation }) => ({
      id: operation.operationId ?? path,
      body: componentName(mainContent(operation.requestBody)?.schema?.$ref) ?? '',
      responses: responseSchemas(operation.responses ?? {}),
    }))
    .sort((a, b) => compareText(a.id, b.id));
}
