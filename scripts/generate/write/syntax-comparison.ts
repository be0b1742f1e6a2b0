import type { BinaryExpression, Node, SourceFile, SyntaxKind } from 'typescript';

import { typescriptCompiler } from '../../files/lazy-package.js';

/** What tells two nodes of one kind apart and is no node itself. */
const DETAILS: Partial<Record<keyof typeof SyntaxKind, readonly string[]>> = {
  ...{ Identifier: ['text'], PrivateIdentifier: ['text'], StringLiteral: ['text'], NumericLiteral: ['text'] },
  ...{ BigIntLiteral: ['text'], RegularExpressionLiteral: ['text'], NoSubstitutionTemplateLiteral: ['text'] },
  ...{ TemplateHead: ['text'], TemplateMiddle: ['text'], TemplateTail: ['text'] },
  ...{ PrefixUnaryExpression: ['operator'], PostfixUnaryExpression: ['operator'], TypeOperator: ['operator'] },
  ...{ HeritageClause: ['token'], ImportType: ['isTypeOf'], ImportClause: ['isTypeOnly', 'phaseModifier'] },
  ...{ ImportSpecifier: ['isTypeOnly'], ExportDeclaration: ['isTypeOnly'], ExportSpecifier: ['isTypeOnly'] },
  // `const` and `let`.
  VariableDeclarationList: ['flags'],
};

/** Kinds of which one optional part looks like another: `T extends X` and `T = X`. */
const PARTS: Partial<Record<keyof typeof SyntaxKind, readonly string[]>> = {
  TypeParameter: ['constraint', 'default'],
  ForStatement: ['initializer', 'condition', 'incrementor'],
  MappedType: ['nameType', 'type'],
};

/** Compares code by its syntax trees and its comments. How it is laid out does not count. */
export class SyntaxComparison {
  // Loaded here: most runs never compare anything.
  readonly #ts = typescriptCompiler();
  readonly #details = this.#byKind(DETAILS);
  readonly #parts = this.#byKind(PARTS);

  /**
   * Tells whether two texts mean the same, whatever brackets, quotes, semicolons and commas are written around it.
   *
   * @throws {SyntaxError} when one of them is no TypeScript.
   */
  isSame(one: string, other: string): boolean {
    const [a, b] = [this.#parse(one), this.#parse(other)];
    return this.#isSameNode(a, b, false) && this.#commentsOf(a) === this.#commentsOf(b);
  }

  #parse(text: string): SourceFile {
    const { createSourceFile, ScriptTarget } = this.#ts;
    const file = createSourceFile('a.ts', text.replaceAll('\r\n', '\n'), ScriptTarget.Latest, false);
    // Present since the first versions of the compiler, though not declared.
    const { parseDiagnostics = [] } = file as { parseDiagnostics?: readonly unknown[] };
    if (parseDiagnostics.length > 0) throw new SyntaxError('no TypeScript');
    return file;
  }

  #isSameNode(one: Node, other: Node, isName: boolean): boolean {
    const [a, b] = [this.#unwrapped(one), this.#unwrapped(other)];
    if (isName && this.#isSameName(a, b)) return true;
    if (a.kind !== b.kind || !this.#hasSameDetails(a, b)) return false;
    const [mine, others] = [this.#childrenOf(a), this.#childrenOf(b)];
    const { name } = propertiesOf(a);
    return (
      mine.length === others.length &&
      mine.every((child, index) => {
        const counterpart = others[index];
        return counterpart !== undefined && this.#isSameNode(child, counterpart, child === name);
      })
    );
  }

  #hasSameDetails(one: Node, other: Node): boolean {
    const [details, parts] = [this.#details.get(one.kind), this.#parts.get(one.kind)];
    if (details === undefined && parts === undefined) return true;
    const [a, b] = [propertiesOf(one), propertiesOf(other)];
    return (
      (details ?? []).every((name) => a[name] === b[name]) &&
      (parts ?? []).every((name) => (a[name] === undefined) === (b[name] === undefined))
    );
  }

  /** Round brackets show in how the tree is built, where they mean anything. */
  #unwrapped(node: Node): Node {
    if (this.#ts.isParenthesizedExpression(node)) return this.#unwrapped(node.expression);
    return this.#ts.isParenthesizedTypeNode(node) ? this.#unwrapped(node.type) : node;
  }

  /** The name of a property is the same in quotes or not. */
  #isSameName(a: Node, b: Node): boolean {
    const { isIdentifier, isStringLiteral } = this.#ts;
    const isText = (node: Node): boolean => isIdentifier(node) || isStringLiteral(node);
    return isText(a) && isText(b) && propertiesOf(a).text === propertiesOf(b).text;
  }

  #childrenOf(node: Node): Node[] {
    if (this.#isLogical(node)) return [node.operatorToken, ...this.#operandsOf(node, node.operatorToken.kind)];
    const children: Node[] = [];
    this.#ts.forEachChild(node, (child) => void children.push(child));
    return children;
  }

  #isLogical(node: Node): node is BinaryExpression {
    const { isBinaryExpression, SyntaxKind } = this.#ts;
    if (!isBinaryExpression(node)) return false;
    const { kind } = node.operatorToken;
    return kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken;
  }

  /** `a && (b && c)` is `a && b && c`, and Prettier writes it so. */
  #operandsOf(node: Node, operator: SyntaxKind): Node[] {
    const inner = this.#unwrapped(node);
    if (!this.#isLogical(inner) || inner.operatorToken.kind !== operator) return [inner];
    return [...this.#operandsOf(inner.left, operator), ...this.#operandsOf(inner.right, operator)];
  }

  /** The words of all comments behind the header. */
  #commentsOf(file: SourceFile): string {
    const { text, statements } = file;
    let from = statements[0]?.getStart(file) ?? text.length;
    const pieces: string[] = [];
    for (const literal of this.#literalsIn(file, [])) {
      pieces.push(text.slice(from, literal.getStart(file)));
      from = literal.end;
    }
    const comments = [...pieces, text.slice(from)].join('').match(/\/\*[^]*?\*\/|\/\/[^\n]*/g) ?? [];
    return comments.join('\n').replace(/[\s*/]+/g, ' ');
  }

  /** What may hold the marks of a comment and is none, in order. */
  #literalsIn(node: Node, found: Node[]): Node[] {
    const { isStringLiteral, isRegularExpressionLiteral, forEachChild } = this.#ts;
    if (isStringLiteral(node) || isRegularExpressionLiteral(node)) found.push(node);
    else forEachChild(node, (child) => void this.#literalsIn(child, found));
    return found;
  }

  #byKind(table: Partial<Record<keyof typeof SyntaxKind, readonly string[]>>): Map<number, readonly string[]> {
    // The keys are those of the type.
    const kinds = Object.keys(table) as (keyof typeof SyntaxKind)[];
    return new Map(kinds.map((kind) => [this.#ts.SyntaxKind[kind], table[kind] ?? []]));
  }
}

function propertiesOf(node: Node): Readonly<Record<string, unknown>> {
  // Each kind of node has its own; they are only looked up.
  return node as unknown as Readonly<Record<string, unknown>>;
}
