import type { Model, OperationModel, OutputFile, ResourceModel, Fields } from '../model/model.js';
import { pointerSegments } from '../../json/pointer.js';
import { docComment, literal, propertyName, valueCode } from '../text.js';
import { declaration } from '../types/declaration.js';
import { codeFile } from './banner.js';
import { hasOwnOptions } from './call-options.js';
import type { EmitContext } from './emit-context.js';
import { importDeclarations } from './imports.js';
import { failureTag, sharedFailures } from './shared-failures.js';
import { importRuntime } from './runtime-module.js';

/** `resources/<name>.ts`: everything about the operations of one subject. A new operation adds lines to this file only. */
export function emitResources(model: Model, { isOwn }: EmitContext): OutputFile[] {
  const shared = new Set(sharedFailures(model.operations));
  return model.resources.map((resource) => {
    const used = new Set<string>();
    const parts = [
      resourceClass(resource, shared),
      ...resource.operations.map((operation) => inputDeclaration(operation, model, used)),
      typesOfOperations(resource),
      rows(resource, isOwn),
    ];
    return codeFile(`${resource.file}.ts`, [imports(resource, { model, used, isOwn }), ...parts].join('\n\n'));
  });
}

interface Importing {
  readonly model: Model;
  readonly used: Set<string>;
  readonly isOwn: boolean;
}

function imports({ operations, file }: ResourceModel, { model, used, isOwn }: Importing): string {
  for (const { output } of operations) {
    for (const part of output.split(' | ')) used.add(part.replace(/\[.*$/, ''));
  }
  ['void', 'undefined'].forEach((word) => used.delete(word));
  const hasTimes = operations.some(({ times }) => times.length > 0);
  const options = hasOwnOptions(model) ? ['CallOptions'] : [];
  const plain = options.length === 0 ? ['CallOptions'] : [];
  const runtime = [...plain, 'Caller', 'OperationRow', ...(hasTimes ? ['WithDates'] : [])];
  const validators = isOwn ? [] : operations.flatMap(rowValidators);
  return [
    importRuntime(runtime, file, isOwn),
    '',
    importDeclarations([
      { from: '../call-options.js', names: options, isTypeOnly: true },
      { from: '../models.js', names: used, isTypeOnly: true },
      ...[...new Set(validators)].sort().map((name) => ({ from: `../validators/${name}.js`, names: [`check${name}`] })),
    ]),
  ].join('\n');
}

function resourceClass({ key, className, description, operations }: ResourceModel, shared: Set<string>): string {
  const doc = description === '' ? `The operations of \`${key}\`.` : description;
  const methods = operations.map((operation) => `\n${method(operation, shared)}`);
  return `${docComment(doc)}export class ${className} {
  readonly #client: Caller;

  constructor(client: Caller) {
    this.#client = client;
  }
${methods.join('\n')}
}`;
}

function method(operation: OperationModel, shared: Set<string>): string {
  const { id, isInputRequired, output, resourceMethod } = operation;
  const input = `input${isInputRequired ? '' : '?'}: ${inputType(operation)}`;
  const result = output === 'void' ? 'Promise<void>' : `Promise<${output}>`;
  return `${docComment(methodDoc(operation, shared), '  ')}  ${resourceMethod}(${input}, options?: CallOptions): ${result} {
    return this.#client.call(${literal(id)}, input, options) as ${result};
  }`;
}

function methodDoc(operation: OperationModel, shared: Set<string>): string {
  const { summary, description, failures, method: verb, path, isDeprecated } = operation;
  const failed = Object.entries(failures).map(([status, text]) => failureTag(status, text));
  const tags = [
    ...(isDeprecated ? ['@deprecated'] : []),
    ...failed.filter((tag) => !shared.has(tag)).map((tag) => `@throws {IamportError} ${tag}`),
    `@see ${verb} ${path}`,
  ];
  const title = summary === '' || summary.endsWith('.') ? summary : `${summary}.`;
  return [title, description.trim(), tags.join('\n')].filter((part) => part !== '').join('\n\n');
}

function inputDeclaration({ input }: OperationModel, { typed }: Model, used: Set<string>): string {
  const schemas = typed.components?.schemas ?? {};
  return declaration(input, schemas[input] ?? {}, { schemas, use: (name) => used.add(name) });
}

function typesOfOperations({ key, typesName, operations }: ResourceModel): string {
  const lines = operations.map((operation) => {
    const { id, input, output, isInputRequired, times } = operation;
    const optional = isInputRequired ? '' : ' | undefined';
    const accepts = times.length === 0 ? '' : ` accepts: ${inputType(operation)}${optional};`;
    return `  ${propertyName(id)}: { input: ${input}${optional};${accepts} output: ${output} };`;
  });
  const doc = docComment(`What goes into each operation of \`${key}\`, by ID, and what comes out of it.`);
  return `${doc}export interface ${typesName} {\n${lines.join('\n')}\n}`;
}

function rows({ key, typesName, rowsName, operations }: ResourceModel, isOwn: boolean): string {
  const type = `{ readonly [Id in keyof ${typesName}]: OperationRow }`;
  const doc = docComment(`How each operation of \`${key}\` travels.`);
  return `${doc}export const ${rowsName}: ${type} = {\n${operations.map((operation) => rowCode(operation, isOwn)).join('\n')}\n};`;
}

/** The type of an operation's input: its model, with a `Date` allowed wherever it holds unix seconds. */
function inputType({ input, times }: Pick<OperationModel, 'input' | 'times'>): string {
  // Of a list of times, the name is that of the list.
  const nameOf = (place: string): string => pointerSegments(place).findLast((step) => !step.startsWith('*')) ?? '';
  const names = [...new Set(times.map(nameOf))];
  return names.length === 0 ? input : `WithDates<${input}, ${names.map(literal).join(' | ')}>`;
}

/** Writes the HTTP details of one operation: method, path, where its fields go (input name to wire name). */
function rowCode(operation: OperationModel, isOwn: boolean): string {
  const { id, method, path, wire, body, effect, readBack, times } = operation;
  const members = [
    `method: ${literal(method)}`,
    `path: ${literal(path)}`,
    fields('pathFields', operation.pathFields),
    fields('queryFields', operation.queryFields),
    fields('headerFields', operation.headerFields),
    wire && `wire: ${valueCode(wire)}`,
    body && `body: { mediaType: ${literal(body.mediaType)}, isWhole: ${body.isWhole} }`,
    `hasEnvelope: ${operation.hasEnvelope}`,
    `needsAuth: ${operation.needsAuth}`,
    operation.security && operation.needsAuth && `security: ${valueCode(operation.security)}`,
    effect && `effect: ${literal(effect)}`,
    readBack && `readBack: ${valueCode(readBack)}`,
    times.length > 0 && `times: ${valueCode(times)}`,
    `checkInput: ${loader(operation.input, isOwn)}`,
    checkResponse(operation, isOwn),
  ];
  const lines = members
    .filter((member) => typeof member === 'string' && member !== '')
    .map((member) => `    ${member},`);
  return `  ${propertyName(id)}: {\n${lines.join('\n')}\n  },`;
}

/** The schemas whose validators a row uses. */
function rowValidators(operation: OperationModel): string[] {
  return [operation.input, ...successes(operation).map(([, schema]) => schema)];
}

function fields(name: string, values: Fields): string {
  return Object.keys(values).length === 0 ? '' : `${name}: ${valueCode(values)}`;
}

function checkResponse(operation: OperationModel, isOwn: boolean): string {
  const loaders = successes(operation).map(
    ([status, schema]) => `      ${propertyName(status)}: ${loader(schema, isOwn)},`,
  );
  return loaders.length === 0 ? '' : `checkResponse: {\n${loaders.join('\n')}\n    }`;
}

/** Status → schema of the answers that rows check. */
function successes({ responses }: OperationModel): [status: string, schema: string][] {
  return Object.entries(responses).filter(([status]) => /^(2[\dX]{2}|default)$/.test(status));
}

function loader(schema: string, isOwn: boolean): string {
  if (!isOwn) return `async () => check${schema}`;
  return `async () => (await import(${literal(`../validators/${schema}.js`)})).check${schema}`;
}
