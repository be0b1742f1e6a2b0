import { codeFile } from './banner.js';
import type { Fields, Model, OperationModel, OutputFile } from '../model/model.js';
import { docComment, literal, propertyName } from '../text.js';
import { modelsOf } from './models-of.js';

/** `operations.ts`: one row per operation, and the types of what goes in and comes out. */
export function emitOperations(model: Model): OutputFile[] {
  const names = modelsOf(model.operations);
  const text = [
    names.length === 0 ? '' : `import type { ${names.join(', ')} } from './models.js';`,
    `${docComment('Where the API is, without a trailing slash.')}export const baseUrl: string = ${literal(model.baseUrl)};`,
    `${docComment('What goes into each operation and what comes out of it.')}export interface OperationTypes {\n${model.operations.map(typeRow).join('\n')}\n}`,
    `${docComment(TABLE_DOC)}export const operations = {\n${model.operations.map(row).join('\n')}\n} as const;`,
  ];
  return [codeFile('operations.ts', text.join('\n\n'))];
}

const TABLE_DOC = `How each operation travels: method, path, where its fields go (input name to wire name), which schema each status carries.
\`checkInput\` and \`checkResponse\` load their validators on first use.`;

function typeRow(operation: OperationModel): string {
  const optional = operation.isInputRequired ? '' : ' | undefined';
  const text = `  ${propertyName(operation.id)}: { input: ${operation.input}${optional}; output: ${operation.output} };`;
  return docComment(operation.summary, '  ') + text;
}

function row(operation: OperationModel): string {
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
    `checkInput: ${loader(operation.input)}`,
    checkResponse(operation),
  ];
  const lines = members.filter((member) => member !== undefined && member !== '').map((member) => `    ${member},`);
  return `  ${propertyName(operation.id)}: {\n${lines.join('\n')}\n  },`;
}

function checkResponse({ responses }: OperationModel): string {
  const loaders = Object.entries(responses)
    .filter(([status]) => /^2\d\d$/.test(status))
    .map(([status, schema]) => `      ${propertyName(status)}: ${loader(schema)},`);
  return loaders.length === 0 ? '' : `checkResponse: {\n${loaders.join('\n')}\n    }`;
}

function loader(schema: string): string {
  return `async () => (await import(${literal(`./validators/${schema}.js`)})).check${schema}`;
}

function fields(name: string, values: Fields): string {
  const pairs = Object.entries(values).map(([key, wireName]) => `${propertyName(key)}: ${literal(wireName)}`);
  return pairs.length === 0 ? '' : `${name}: { ${pairs.join(', ')} }`;
}
