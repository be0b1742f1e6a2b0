import { compareText } from '../../messages/diagnostic.js';
import { codeFile } from './banner.js';
import type { Fields, Model, OperationModel, OutputFile } from '../model/model.js';
import { docComment, literal, propertyName } from '../text.js';
import { isObject } from '../../json/schema.js';
import { inputType, WITH_DATES } from './input-type.js';
import { modelsOf } from './models-of.js';

/** How rows get at their validators: on first use, or with the file, where a tool refuses `import()`. */
export type Loading = 'lazy' | 'static';

/** `operations.ts`: one row per operation, and the types of what goes in and comes out. */
export function emitOperations(model: Model, loading: Loading): OutputFile[] {
  const names = modelsOf(model.operations);
  const text = [
    names.length === 0 ? '' : `import type { ${names.join(', ')} } from './models.js';`,
    ...(loading === 'static' ? [validatorImports(model)] : []),
    ...(model.operations.some(({ times }) => times.length > 0) ? [WITH_DATES] : []),
    `${docComment('What goes into each operation and what comes out of it.')}export interface OperationTypes {\n${model.operations.map(typeRow).join('\n')}\n}`,
    `${docComment(TABLE_DOC + (loading === 'lazy' ? LAZY_DOC : ''))}export const operations = {\n${model.operations.map((operation) => row(operation, loading)).join('\n')}\n} as const;`,
    apiConstant(model),
  ];
  return [codeFile('operations.ts', text.join('\n\n'))];
}

const TABLE_DOC = `How each operation travels: method, path, where its fields go (input name to wire name), which schema each status carries.`;

const LAZY_DOC = '\n`checkInput` and `checkResponse` load their validators on first use.';

function typeRow(operation: OperationModel): string {
  const optional = operation.isInputRequired ? '' : ' | undefined';
  const accepts = operation.times.length === 0 ? '' : `accepts: ${inputType(operation)}${optional}; `;
  const text = `  ${propertyName(operation.id)}: { input: ${operation.input}${optional}; ${accepts}output: ${operation.output} };`;
  return docComment(operation.summary, '  ') + text;
}

function row(operation: OperationModel, loading: Loading): string {
  const members = [
    `method: ${literal(operation.method)}`,
    `path: ${literal(operation.path)}`,
    fields('pathFields', operation.pathFields),
    fields('queryFields', operation.queryFields),
    fields('headerFields', operation.headerFields),
    operation.body && `body: { mediaType: ${literal(operation.body.mediaType)}, isWhole: ${operation.body.isWhole} }`,
    `responses: { ${Object.entries(operation.responses)
      .map(([status, schema]) => `${propertyName(status)}: ${literal(schema)}`)
      .join(', ')} }`,
    `hasEnvelope: ${operation.hasEnvelope}`,
    `needsAuth: ${operation.needsAuth}`,
    operation.effect && `effect: ${literal(operation.effect)}`,
    operation.readBack && `readBack: ${data(operation.readBack)}`,
    operation.times.length > 0 && `times: [${operation.times.map(literal).join(', ')}]`,
    `checkInput: ${loader(operation.input, loading)}`,
    checkResponse(operation, loading),
  ];
  const lines = members
    .filter((member) => typeof member === 'string' && member !== '')
    .map((member) => `    ${member},`);
  return `  ${propertyName(operation.id)}: {\n${lines.join('\n')}\n  },`;
}

/** What a client needs: where the API is, how it answers, how to get a token, and the operations. */
function apiConstant({ baseUrl, envelope, tokenExchange }: Model): string {
  const members = [
    `baseUrl: ${literal(baseUrl)}`,
    'operations',
    ...(envelope === undefined ? [] : [`envelope: ${data(envelope)}`]),
    ...(tokenExchange === undefined ? [] : [`tokenExchange: ${data(tokenExchange)}`]),
  ];
  const doc = docComment('The description of the API that a client is made of.');
  return `${doc}export const api = {\n${members.map((member) => `  ${member},`).join('\n')}\n} as const;`;
}

/** Data of the document as a literal. Every text in it goes through `literal`. */
function data(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(data).join(', ')}]`;
  if (typeof value === 'string') return literal(value);
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, inner]) => `${propertyName(key)}: ${data(inner)}`);
  return `{ ${members.join(', ')} }`;
}

function checkResponse(operation: OperationModel, loading: Loading): string {
  const loaders = successes(operation).map(
    ([status, schema]) => `      ${propertyName(status)}: ${loader(schema, loading)},`,
  );
  return loaders.length === 0 ? '' : `checkResponse: {\n${loaders.join('\n')}\n    }`;
}

/** Status → schema of the answers that rows check. */
function successes({ responses }: OperationModel): [status: string, schema: string][] {
  return Object.entries(responses).filter(([status]) => /^2\d\d$/.test(status));
}

function validatorImports({ operations }: Model): string {
  const checked = operations.flatMap((operation) => [
    operation.input,
    ...successes(operation).map(([, schema]) => schema),
  ]);
  const names = [...new Set(checked)].sort(compareText);
  return names.map((name) => `import { check${name} } from './validators/${name}.js';`).join('\n');
}

function loader(schema: string, loading: Loading): string {
  if (loading === 'static') return `async () => check${schema}`;
  return `async () => (await import(${literal(`./validators/${schema}.js`)})).check${schema}`;
}

function fields(name: string, values: Fields): string {
  const pairs = Object.entries(values).map(([key, wireName]) => `${propertyName(key)}: ${literal(wireName)}`);
  return pairs.length === 0 ? '' : `${name}: { ${pairs.join(', ')} }`;
}
