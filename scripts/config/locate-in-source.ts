import type { Expression, Node, SourceFile } from 'typescript';

import { typescriptCompiler } from '../files/lazy-package.js';
import { locatorOf, type Locator } from '../source/locate.js';

/**
 * Finds where pointers into the default export of a TypeScript module lead, as far as it is written as a literal;
 * from there on, the nearest place above.
 */
export function locateInSource(text: string, file: string): Locator['locate'] {
  const ts = typescriptCompiler();
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const root = defaultExport(source);
  const spanOf = (node: Node): { offset: number; length: number } => ({
    offset: node.getStart(source),
    length: node.getEnd() - node.getStart(source),
  });
  const { locate } = locatorOf(text, 1, (segments, place) => {
    let [node, key]: [Node, Node | undefined] = [root, undefined];
    for (const segment of segments) {
      const child = childOf(node, segment, source);
      if (child === undefined) return { ...spanOf(node), isExact: false };
      [node, key] = child;
    }
    return { ...spanOf(place === 'key' ? (key ?? node) : node), isExact: true };
  });
  return locate;
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

function childOf(parent: Node, segment: string, source: SourceFile): [value: Node, key: Node | undefined] | undefined {
  const ts = typescriptCompiler();
  if (ts.isArrayLiteralExpression(parent)) {
    const element = parent.elements[Number(segment)];
    return element && [unwrap(element), undefined];
  }
  if (!ts.isObjectLiteralExpression(parent)) return undefined;
  const property = parent.properties
    .filter((candidate) => ts.isPropertyAssignment(candidate))
    .find(({ name }) => (ts.isStringLiteral(name) ? name.text : name.getText(source)) === segment);
  return property && [unwrap(property.initializer), property.name];
}
