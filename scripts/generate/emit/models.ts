import type { StatementStructures } from 'ts-morph';

import { codeFile } from './banner.js';
import type { EnumModel, Model, OutputFile, SchemaModel } from '../model/model.js';
import { MAKE_ANEW, type Recall } from '../../files/cache.js';
import { UNIX_TIME } from '../rewrite/name-enums.js';
import { commentText, literal } from '../text.js';
import { Project, StructureKind, VariableDeclarationKind } from '../ts-morph.js';
import { PRINTING } from './printing.js';

/** `models.ts`: a name for every schema, a list and a guard for every enum. */
export function emitModels({ schemas, enums }: Model, recall: Recall = MAKE_ANEW): OutputFile[] {
  const statements = [...preamble(), ...schemas.map(schemaAlias), ...enums.flatMap(enumStatements)];
  return recall(`models ${JSON.stringify(statements)}`, () => print(statements));
}

function print(statements: StatementStructures[]): OutputFile[] {
  const project = new Project({ useInMemoryFileSystem: true, manipulationSettings: PRINTING });
  // One structure for the whole file: ts-morph reparses after every single insertion.
  const file = project.createSourceFile('models.ts', { statements });
  return [codeFile('models.ts', file.getFullText().replaceAll(' {\n}\n', ' {}\n'))];
}

function preamble(): StatementStructures[] {
  return [
    {
      kind: StructureKind.ImportDeclaration,
      moduleSpecifier: './types.js',
      isTypeOnly: true,
      namedImports: ['components'],
    },
    {
      kind: StructureKind.TypeAlias,
      name: 'SchemaOf',
      typeParameters: [{ name: 'Name', constraint: "keyof components['schemas']" }],
      type: "components['schemas'][Name]",
      leadingTrivia: '\n',
    },
    {
      kind: StructureKind.TypeAlias,
      name: UNIX_TIME,
      isExported: true,
      type: 'number',
      docs: ['Seconds since 1970-01-01T00:00:00Z, as an integer. 0 means "not yet".'],
      leadingTrivia: '\n',
    },
  ];
}

function schemaAlias({ name, schema, isInterface }: SchemaModel): StatementStructures {
  const shared = { name, isExported: true, docs: docs(schema.description, schema.deprecated), leadingTrivia: '\n' };
  const whole = `SchemaOf<${literal(name)}>`;
  return isInterface
    ? { kind: StructureKind.Interface, ...shared, extends: [whole] }
    : { kind: StructureKind.TypeAlias, ...shared, type: whole };
}

function enumStatements({ name, listName, members, isOpen, description }: EnumModel): StatementStructures[] {
  const base = typeof members[0] === 'number' ? 'number' : 'string';
  return [
    {
      kind: StructureKind.VariableStatement,
      declarationKind: VariableDeclarationKind.Const,
      isExported: true,
      docs: docs(`The known values of {@link ${name}}.`),
      declarations: [{ name: listName, initializer: `[${members.map(literal).join(', ')}] as const` }],
      leadingTrivia: '\n',
    },
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: `Known${name}`,
      docs: docs(`A value listed in {@link ${listName}}.`),
      type: `(typeof ${listName})[number]`,
      leadingTrivia: '\n',
    },
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name,
      docs: docs(isOpen ? `${description} New values may appear.` : description),
      type: isOpen ? `Known${name} | (${base} & {})` : `Known${name}`,
      leadingTrivia: '\n',
    },
    {
      kind: StructureKind.Function,
      isExported: true,
      name: `isKnown${name}`,
      docs: docs(`Tells whether a value is listed in {@link ${listName}}.`),
      parameters: [{ name: 'value', type: 'unknown' }],
      returnType: `value is Known${name}`,
      statements: [`return (${listName} as readonly unknown[]).includes(value);`],
      leadingTrivia: '\n',
    },
  ];
}

/** ts-morph writes docs as they are: nothing of a spec may reach it unescaped. */
function docs(description: string | undefined, isDeprecated = false): string[] {
  const text = commentText(`${description ?? ''}${isDeprecated ? '\n\n@deprecated' : ''}`);
  return text === '' ? [] : [text.includes('\n') ? `\n${text}` : text];
}
