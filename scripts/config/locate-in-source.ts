import type { Expression, Node, PropertyName, SourceFile } from 'typescript';

import { typescriptCompiler } from '../files/lazy-package.js';
import type { JsonNode } from '../source/json-tree.js';
import { createLocator, type Locator } from '../source/locate.js';
import type { Span } from '../source/span.js';

/**
 * Finds where pointers into the default export of a TypeScript module lead, as far as it is written as a literal;
 * from there on, the nearest place above.
 */
export function locateInSource(text: string, file: string): Locator['locate'] {
  const ts = typescriptCompiler();
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return createLocator(text, 1, () => treeOf(defaultExport(source), source)).locate;
}

function treeOf(node: Node, source: SourceFile, name?: PropertyName): JsonNode {
  const ts = typescriptCompiler();
  const spanOf = (part: Node): Span => ({ offset: part.getStart(source), length: part.getWidth(source) });
  const key = name && { name: ts.isStringLiteral(name) ? name.text : name.getText(source), ...spanOf(name) };
  if (ts.isArrayLiteralExpression(node)) {
    const children = node.elements.map((element) => treeOf(unwrap(element), source));
    return { kind: 'array', ...spanOf(node), key, children };
  }
  const properties: readonly Node[] = ts.isObjectLiteralExpression(node) ? node.properties : [];
  // Backwards, so that the first of several of one name is found.
  const assigned = properties.filter((property) => ts.isPropertyAssignment(property)).toReversed();
  const children = assigned.map((property) => treeOf(unwrap(property.initializer), source, property.name));
  return { kind: 'object', ...spanOf(node), key, children };
}

function defaultExport(source: SourceFile): Node {
  const ts = typescriptCompiler();
  const found = source.statements.find((statement) => ts.isExportAssignment(statement));
  if (found === undefined) return source;
  const expression = unwrap(found.expression);
  return ts.isIdentifier(expression) ? (initializerOf(source, expression.text) ?? expression) : expression;
}

/** Looks through `defineConfig(…)`, `satisfies`, `as` and parentheses. */
function unwrap(expression: Expression): Expression {
  const ts = typescriptCompiler();
  if (ts.isCallExpression(expression) && expression.arguments[0] !== undefined) return unwrap(expression.arguments[0]);
  const isWrapper =
    ts.isSatisfiesExpression(expression) || ts.isAsExpression(expression) || ts.isParenthesizedExpression(expression);
  return isWrapper ? unwrap(expression.expression) : expression;
}

function initializerOf(source: SourceFile, name: string): Expression | undefined {
  const ts = typescriptCompiler();
  const declaration = source.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((candidate) => candidate.name.getText(source) === name);
  return declaration?.initializer && unwrap(declaration.initializer);
}
