import type { ClassDeclarationStructure, MethodDeclarationStructure, StatementStructures } from 'ts-morph';

import { compareText } from '../../messages/diagnostic.js';
import { codeFile } from './banner.js';
import { inputType } from './input-type.js';
import { modelsOf } from './models-of.js';
import type { Model, OperationModel, OutputFile } from '../model/model.js';
import { USED_BY_GENERATED_CODE } from '../rewrite/rename-components.js';
import { commentText, literal } from '../text.js';
import { createNamer, pascalCase } from '../../openapi/identifiers.js';
import { Project, StructureKind } from '../ts-morph.js';
import { PRINTING } from './printing.js';

interface Resource {
  readonly key: string;
  readonly className: string;
  readonly operations: readonly OperationModel[];
}

/** `resources.ts`: a class per resource with a method per operation, and one function that makes them all. */
export function emitResources(model: Model): OutputFile[] {
  const resources = groupByResource(model);
  const statements = [...imports(model), ...callTypes(), ...resources.map(resourceClass), ...factory(resources)];
  return print(statements);
}

function print(statements: StatementStructures[]): OutputFile[] {
  const project = new Project({ useInMemoryFileSystem: true, manipulationSettings: PRINTING });
  const file = project.createSourceFile('resources.ts', { statements });
  return [codeFile('resources.ts', file.getFullText())];
}

function groupByResource({ operations, schemas }: Model): Resource[] {
  const unique = createNamer();
  [...USED_BY_GENERATED_CODE, ...schemas.map(({ name }) => name)].forEach(unique);
  const keys = [...new Set(operations.map(({ resource }) => resource))].sort(compareText);
  return keys.map((key) => ({
    key,
    className: unique(pascalCase(key)),
    operations: operations.filter(({ resource }) => resource === key),
  }));
}

function imports({ operations }: Model): StatementStructures[] {
  const from = (moduleSpecifier: string, namedImports: string[]): StatementStructures[] =>
    namedImports.length === 0
      ? []
      : [{ kind: StructureKind.ImportDeclaration, moduleSpecifier, isTypeOnly: true, namedImports }];
  return [
    ...from('./models.js', modelsOf(operations)),
    ...from('./operations.js', [
      'OperationTypes',
      ...(operations.some(({ times }) => times.length > 0) ? ['WithDates'] : []),
    ]),
  ];
}

function callTypes(): StatementStructures[] {
  return [
    {
      kind: StructureKind.Interface,
      name: 'CallOptions',
      isExported: true,
      docs: ['What one call may be told apart from its input.'],
      properties: [
        {
          name: 'signal?',
          type: 'AbortSignal | undefined',
          docs: ['Ends the call: it rejects, and nothing more is sent.'],
        },
        {
          name: 'timeoutMs?',
          type: 'number | undefined',
          docs: ["Milliseconds the whole call may take, instead of the client's."],
        },
        { name: 'tier?', type: 'string | undefined', docs: ["Sub-merchant to act for, instead of the client's."] },
        { name: 'form?', type: 'boolean | undefined', docs: ['Sends the body as a form instead of JSON.'] },
      ],
      leadingTrivia: '\n',
    },
    {
      kind: StructureKind.TypeAlias,
      name: 'Call',
      isExported: true,
      docs: ['Performs an operation by its ID.'],
      type: "<Id extends keyof OperationTypes>(id: Id, input: OperationTypes[Id] extends { accepts: infer Accepted } ? Accepted : OperationTypes[Id]['input'], options?: CallOptions) => Promise<OperationTypes[Id]['output']>",
      leadingTrivia: '\n',
    },
  ];
}

function resourceClass({ key, className, operations }: Resource): ClassDeclarationStructure {
  return {
    kind: StructureKind.Class,
    name: className,
    isExported: true,
    docs: [`The operations of \`${key}\`.`],
    leadingTrivia: '\n',
    properties: [{ name: '#call', isReadonly: true, type: 'Call' }],
    ctors: [{ parameters: [{ name: 'call', type: 'Call' }], statements: ['this.#call = call;'] }],
    methods: operations.map(method),
  };
}

function method(operation: OperationModel): MethodDeclarationStructure {
  return {
    kind: StructureKind.Method,
    name: operation.resourceMethod,
    docs: [`\n${commentText(methodDoc(operation))}`],
    parameters: [
      { name: 'input', type: inputType(operation), hasQuestionToken: !operation.isInputRequired },
      { name: 'options', type: 'CallOptions', hasQuestionToken: true },
    ],
    returnType: `Promise<${operation.output}>`,
    statements: [`return this.#call(${literal(operation.id)}, input, options);`],
  };
}

function methodDoc({
  summary,
  description,
  failures,
  method: verb,
  path,
  isDeprecated,
  hasEnvelope,
}: OperationModel): string {
  const refused = hasEnvelope
    ? ["@throws {IamportError} `kind: 'api'` when the answer's `code` is not 0, also under HTTP 200."]
    : [];
  const failed = Object.entries(failures).map(
    ([status, text]) => `@throws {IamportError} \`httpStatus: ${status}\`: ${text.trim()}`,
  );
  const tags = [...(isDeprecated ? ['@deprecated'] : []), ...refused, ...failed, `@see ${verb} ${path}`];
  return [summary.endsWith('.') ? summary : `${summary}.`, description.trim(), tags.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function factory(resources: readonly Resource[]): StatementStructures[] {
  const members = resources.map(({ key, className }) => ({
    name: key,
    type: className,
    isReadonly: true,
    docs: [`The operations of \`${key}\`.`],
  }));
  const made = resources.map(({ key, className }) => `${key}: new ${className}(call)`).join(', ');
  return [
    {
      kind: StructureKind.Interface,
      name: 'Resources',
      isExported: true,
      docs: ['All operations, by resource.'],
      properties: members,
      leadingTrivia: '\n',
    },
    {
      kind: StructureKind.Function,
      name: 'createResources',
      isExported: true,
      docs: ['Makes the resources on top of a way to perform operations.'],
      parameters: [{ name: 'call', type: 'Call' }],
      returnType: 'Resources',
      statements: [`return { ${made} };`],
      leadingTrivia: '\n',
    },
  ];
}
