import { defined, mapValues } from '../../json/schema.js';
import type { Model, OutputFile, ResourceModel } from '../model/model.js';
import { docComment, valueCode } from '../text.js';
import { codeFile } from './banner.js';
import type { EmitContext } from './emit-context.js';
import { importDeclarations } from './imports.js';
import { importRuntime } from './runtime-module.js';
import { sharedFailures } from './shared-failures.js';

/** `resources/index.ts`: all resources together. It changes with a new resource, not with a new operation. */
export function emitResourceIndex(model: Model, { isOwn }: EmitContext): OutputFile[] {
  const { resources } = model;
  const text = [
    `${importRuntime(['Caller', 'OperationRow'], 'resources/index', isOwn)}\n\n${importsOf(resources)}`,
    resources.map((resource) => `export type * from '${siblingOf(resource)}';`).join('\n'),
    operationTypes(resources),
    operationRows(resources),
    resourcesType(model),
    factory(resources),
  ];
  return [codeFile('resources/index.ts', text.join('\n\n'))];
}

/** `api.ts`: the description of the API that a client is made of. */
export function emitApi(model: Model, { isOwn }: EmitContext): OutputFile[] {
  const { baseUrl, envelope, tokenExchange, clientOptions, variables, securitySchemes, security } = model;
  const type = tokenExchange === undefined ? 'AnyApi' : 'TokenApi';
  const options = mapValues(clientOptions, ({ header, pattern }) => defined({ header, pattern }));
  const access = { variables, securitySchemes: unlessEmpty(securitySchemes), security: unlessEmpty(security) };
  const optional = defined({
    envelope,
    options: unlessEmpty(options),
    ...(tokenExchange === undefined ? access : { tokenExchange }),
  });
  const members = [
    `baseUrl: ${valueCode(baseUrl)}`,
    'operations',
    // A scheme called `toString` would get the type of the method of every object.
    ...Object.entries(optional).map(
      ([name, value]) => `${name}: ${valueCode(value)}${name === 'securitySchemes' ? ' as const' : ''}`,
    ),
  ].map((member) => `  ${member},`);
  const imports = `${importRuntime([type], 'api', isOwn)}\n\nimport { operations } from './resources/index.js';`;
  const doc = docComment('Where the API is, how it answers, how to get a token, and its operations.');
  return [codeFile('api.ts', `${imports}\n\n${doc}export const api: ${type} = {\n${members.join('\n')}\n};`)];
}

function unlessEmpty<Value extends object>(value: Value): Value | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}

function siblingOf({ file }: ResourceModel): string {
  return `./${file.slice(file.indexOf('/') + 1)}.js`;
}

function importsOf(resources: readonly ResourceModel[]): string {
  return importDeclarations(
    resources.map((resource) => ({
      from: siblingOf(resource),
      names: [resource.className, resource.rowsName, `type ${resource.typesName}`],
    })),
  );
}

function operationTypes(resources: readonly ResourceModel[]): string {
  const bases = resources.map(({ typesName }) => typesName).join(',\n    ');
  const heritage = bases === '' ? '' : `\n  extends\n    ${bases}`;
  return `${docComment('What goes into each operation, by ID, and what comes out of it.')}export interface OperationTypes${heritage} {}`;
}

function operationRows(resources: readonly ResourceModel[]): string {
  const lines = resources.map(({ rowsName }) => `  ...${rowsName},\n`).join('');
  const doc = docComment('How each operation travels, by ID.');
  return `${doc}export const operations: { readonly [Id in keyof OperationTypes]: OperationRow } = {\n${lines}};`;
}

/** What more than half of the operations share is said here, and not with each of them. */
function resourcesType({ resources, operations, envelope }: Model): string {
  const refused =
    envelope === undefined
      ? []
      : [`\`kind: 'api'\`: the answer's \`${envelope.code}\` is not ${envelope.success}, also under HTTP 200.`];
  const failures = [...refused, ...sharedFailures(operations)].map((failure) => `- ${failure}`);
  const shared =
    failures.length === 0 ? '' : `\n\nMost of them reject with an \`IamportError\` for:\n${failures.join('\n')}`;
  const members = resources.map(
    ({ key, className, description }) => `${docComment(description, '  ')}  readonly ${key}: ${className};`,
  );
  return `${docComment(`All operations, by resource.${shared}`)}export interface Resources {\n${members.join('\n')}\n}`;
}

function factory(resources: readonly ResourceModel[]): string {
  const members = resources.map(({ key, className }) => `    ${key}: new ${className}(client),\n`).join('');
  const parameter = members === '' ? '_client' : 'client';
  const doc = docComment('Makes the resources on top of something that performs operations by ID.');
  return `${doc}export function createResources(${parameter}: Caller): Resources {\n  return {\n${members}  };\n}`;
}
