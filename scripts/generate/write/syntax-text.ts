import type { BinaryExpression, Node, SourceFile, SyntaxKind } from 'typescript';

import { typescriptCompiler } from '../../files/lazy-package.js';

/** Properties of syntax nodes that say where and how something is written, not what. */
const LAYOUT = new Set(
  'pos end flags modifierFlagsCache transformFlags id parent jsDoc singleQuote multiLine hasTrailingComma'.split(' '),
);

/**
 * Writes code as a text that is the same for two files that differ only in brackets, quotes, semicolons, commas and
 * whitespace. Comments count.
 *
 * @throws {SyntaxError} when it is not TypeScript.
 */
export function syntaxText(code: string): string {
  const ts = typescriptCompiler();
  const file = parse(code);
  const literals: Node[] = [];
  const pieces: (string | number)[] = [];
  const write = (node: Node): void => {
    const inner = unwrapped(node);
    // They may hold the marks of a comment.
    if (ts.isStringLiteral(inner) || ts.isRegularExpressionLiteral(inner)) literals.push(inner);
    pieces.push('(', inner.kind);
    if (ts.isVariableDeclarationList(inner)) pieces.push(inner.flags & ts.NodeFlags.BlockScoped);
    // `a && (b && c)` is `a && b && c`, and Prettier writes it so.
    const operator = logicalOperator(inner);
    if (operator !== undefined) {
      pieces.push(operator);
      operandsOf(inner, operator).forEach(write);
    } else for (const [key, part] of Object.entries(inner)) if (!LAYOUT.has(key)) writePart(key, part);
    pieces.push(')');
  };
  const writePart = (key: string, part: unknown): void => {
    if (part === undefined) return;
    pieces.push(key);
    // The name of a property is the same in quotes or not.
    if (key === 'name' && isNode(part) && (ts.isIdentifier(part) || ts.isStringLiteral(part))) {
      literals.push(part);
      pieces.push(JSON.stringify(part.text));
    } else if (isNode(part)) write(part);
    else if (Array.isArray(part)) part.forEach(write);
    else pieces.push(JSON.stringify(part));
  };
  file.statements.forEach(write);
  return `${pieces.join(' ')}\n${commentsIn(file, literals)}`;
}

function parse(code: string): SourceFile {
  const { createSourceFile, ScriptTarget } = typescriptCompiler();
  const file = createSourceFile('a.ts', code.replaceAll('\r\n', '\n'), ScriptTarget.Latest, false);
  // Present since the first versions of the compiler, though not declared.
  const { parseDiagnostics = [] } = file as { parseDiagnostics?: readonly unknown[] };
  if (parseDiagnostics.length > 0) throw new SyntaxError('no TypeScript');
  return file;
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 'kind' in part;
}

/** Parentheses that matter are visible in the structure of the tree. */
function unwrapped(node: Node): Node {
  const ts = typescriptCompiler();
  if (ts.isParenthesizedExpression(node)) return unwrapped(node.expression);
  return ts.isParenthesizedTypeNode(node) ? unwrapped(node.type) : node;
}

function logicalOperator(node: Node): SyntaxKind | undefined {
  const { isBinaryExpression, SyntaxKind } = typescriptCompiler();
  const kind = isBinaryExpression(node) ? node.operatorToken.kind : undefined;
  return kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken ? kind : undefined;
}

function operandsOf(node: Node, operator: SyntaxKind): Node[] {
  const inner = unwrapped(node);
  if (logicalOperator(inner) !== operator) return [inner];
  // Edge: what has a logical operator is a binary expression.
  const { left, right } = inner as BinaryExpression;
  return [...operandsOf(left, operator), ...operandsOf(right, operator)];
}

/** The words of all comments. */
function commentsIn(file: SourceFile, literals: readonly Node[]): string {
  const { text } = file;
  let [from, code] = [0, ''];
  for (const literal of [...literals].sort((a, b) => a.pos - b.pos)) {
    code += text.slice(from, literal.getStart(file));
    from = literal.end;
  }
  const comments = (code + text.slice(from)).match(/\/\*[^]*?\*\/|\/\/[^\n]*/g) ?? [];
  return comments.join('\n').replace(/[\s*/]+/g, ' ');
}
