import type { Diagnostic, Expression, NewExpression, Node, SourceFile, Statement } from 'typescript';

import { isCodeFile } from './emit/banner.js';
import type { OutputFile } from './model/model.js';
import { ts } from './typescript.js';
import { readSupport } from './validators/support-files.js';

/** What may stand at the top of a generated file: declarations, never something that runs. */
const STATEMENTS = new Set([
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.VariableStatement,
]);

/** Functions of the language that generated code may call: they run nothing that they are given. */
const GLOBALS = ['isFinite', 'isNaN', 'parseInt'];

/** The same of methods; `func0` and `pattern0` are constants of Ajv. */
const METHODS = [
  /^(Array\.isArray|JSON\.stringify|Number\.isInteger|Object\.(assign|hasOwn|keys))$/,
  /^(this\.#call|pattern\d+\.test|func\d+\.call)$/,
  /\.(charCodeAt|concat|every|filter|includes|indexOf|join|map|push|replace|slice|toLowerCase)$/,
];

/**
 * Parses every code file of the output and lets only what we mean to write pass: no syntax errors, no statement that runs
 * on import, no call to anything unknown, no import from elsewhere. The emitters escape what they print; this catches
 * what one of them might have missed.
 *
 * @throws {Error} our own bug, so nothing may be written.
 */
export function verifyOutput(files: readonly OutputFile[]): void {
  for (const { path, text } of files.filter(isCodeFile)) {
    const fault = isSupport({ path, text }) ? undefined : faultOf(path, text);
    if (fault !== undefined) throw new Error(`the generated ${path} holds what no emitter means to write: ${fault}`);
  }
}

/** A module of ours, as it is in this toolkit. */
function isSupport({ path, text }: OutputFile): boolean {
  const name = /^validators\/(runtime\.ts|formats\/[\w-]+\.ts)$/.exec(path)?.[1];
  return name !== undefined && text.endsWith(readSupport(name));
}

function faultOf(path: string, text: string): string | undefined {
  const file = ts.createSourceFile(
    path,
    text,
    // Comments hold text of the spec; nothing here looks into them.
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    false,
  );
  // Present since the first versions of the compiler, though not declared.
  const { parseDiagnostics = [] } = file as { parseDiagnostics?: readonly Diagnostic[] };
  const [broken] = parseDiagnostics;
  if (broken !== undefined)
    return `${ts.flattenDiagnosticMessageText(broken.messageText, ' ')} (line ${lineOf(file, broken.start ?? 0)})`;
  const stray = file.statements.find(
    (statement) => !STATEMENTS.has(statement.kind) && !isEvaluatedNote(statement, file),
  );
  if (stray !== undefined) return `a ${ts.SyntaxKind[stray.kind]} (line ${lineOf(file, stray.getStart(file))})`;
  return firstFault(file, { file, callable: callableIn(file) }, false);
}

/** Ajv notes on a validator which properties it has seen, where a spec uses `unevaluatedProperties`. */
function isEvaluatedNote(statement: Statement, file: SourceFile): boolean {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return false;
  const { left, operatorToken } = statement.expression;
  return operatorToken.kind === ts.SyntaxKind.EqualsToken && /^validate\d+\.evaluated$/.test(left.getText(file));
}

interface Scope {
  readonly file: SourceFile;
  /** What may be called by its name alone: what the file declares, and imports from files that are checked too. */
  readonly callable: ReadonlySet<string>;
}

function callableIn({ statements }: SourceFile): Set<string> {
  const names = statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return [statement.name];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name);
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    return bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name) : [];
  });
  const declared = names.flatMap((name) => (name !== undefined && ts.isIdentifier(name) ? [name.text] : []));
  return new Set([...GLOBALS, ...declared]);
}

function firstFault(node: Node, scope: Scope, isInFunction: boolean): string | undefined {
  const fault = nodeFault(node, scope, isInFunction);
  if (fault !== undefined) return `${fault} (line ${lineOf(scope.file, node.getStart(scope.file))})`;
  const isInner = isInFunction || ts.isFunctionLike(node);
  return ts.forEachChild(node, (child) => firstFault(child, scope, isInner));
}

function nodeFault(node: Node, { file, callable }: Scope, isInFunction: boolean): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return moduleFault(node.moduleSpecifier, file);
  if (ts.isNewExpression(node)) return newFault(node, isInFunction, file);
  if (ts.isTaggedTemplateExpression(node)) return 'a tagged template';
  if (!ts.isCallExpression(node)) return undefined;
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return moduleFault(node.arguments[0], file);
  const callee = node.expression.getText(file);
  if (!isInFunction) return `a call that runs on import: ${callee}`;
  const isKnown = callable.has(callee) || METHODS.some((known) => known.test(callee));
  return isKnown ? undefined : `a call to ${callee}`;
}

function moduleFault(specifier: Expression | undefined, file: SourceFile): string | undefined {
  if (specifier === undefined) return undefined;
  const isOwn = ts.isStringLiteral(specifier) && /^(\.\.?\/[^'"]+\.js|iamport-kit\/core)$/.test(specifier.text);
  return isOwn ? undefined : `an import from ${specifier.getText(file)}`;
}

function newFault(node: NewExpression, isInFunction: boolean, file: SourceFile): string | undefined {
  const name = node.expression.getText(file);
  const isLiteral = (node.arguments ?? []).every((argument) => ts.isStringLiteral(argument));
  if (name === 'RegExp') return isLiteral ? undefined : 'a regular expression that is no literal';
  return isInFunction && ts.isIdentifier(node.expression) && !['Function', 'Proxy', 'Worker'].includes(name)
    ? undefined
    : `new ${name}`;
}

function lineOf(file: SourceFile, offset: number): number {
  return file.getLineAndCharacterOfPosition(offset).line + 1;
}
