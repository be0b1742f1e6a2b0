import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

/** One import of a file: the specifier as written, whether only types come with it, and whether it waits for its call. */
export interface Import {
  readonly from: string;
  readonly isTypeOnly: boolean;
  readonly isDynamic: boolean;
}

/** A file and the files of the same tree that it imports, type-only and dynamic imports included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Lists the files of a folder whose names match, sorted; build output, installed packages and the documentation are left out. */
export function listFiles(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/(^|\/)(dist|node_modules)\/|^scripts\/site\//.test(file))
    .sort();
}

/** Parses a file. */
export function parseFile(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** Every import and re-export of a file, `import()` and type queries included. */
export function everyImport(file: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined)
      found.push({ from: textOf(node.moduleSpecifier), isTypeOnly: isTypeOnly(node), isDynamic: false });
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      found.push({ from: textOf(node.argument.literal), isTypeOnly: true, isDynamic: false });
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
      found.push({ from: textOf(node.arguments[0]), isTypeOnly: false, isDynamic: true });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Reads the import graph of some files. */
export function importGraph(files: readonly string[]): ImportGraph {
  return new Map(
    files.map((file) => {
      const targets = everyImport(parseFile(file))
        .filter(({ from }) => from.startsWith('.'))
        .map(({ from }) => path.join(path.dirname(file), from).replace(/\.js$/, '.ts'))
        .filter((target) => existsSync(target));
      return [file, [...new Set(targets)]];
    }),
  );
}

/** Groups of nodes that reach each other: the cycles of a graph. */
export function cyclesOf(graph: ReadonlyMap<string, Iterable<string>>): string[][] {
  const reached = new Map([...graph.keys()].map((node) => [node, reach(graph, node)]));
  const groups = new Map<string, string[]>();
  for (const [node, targets] of reached) {
    if (!targets.has(node)) continue;
    const group = [...targets].filter((other) => reached.get(other)?.has(node)).sort();
    if (group.length > 1) groups.set(group.join(), group);
  }
  return [...groups.values()];
}

/**
 * Folder by folder: which others its files import. `depth` counts the parts of a folder's name; without the pairs that
 * `counts` leaves out.
 */
export function folderGraph(
  graph: ImportGraph,
  depth: number,
  counts: (one: string, other: string) => boolean = () => true,
): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const [file, targets] of graph) {
    const own = folderOf(file, depth);
    const others = folders.get(own) ?? new Set();
    for (const other of targets.map((target) => folderOf(target, depth)))
      if (other !== own && counts(own, other)) others.add(other);
    folders.set(own, others);
  }
  return folders;
}

function folderOf(file: string, depth: number): string {
  return path.dirname(file).split(path.sep).slice(0, depth).join('/');
}

function reach(graph: ReadonlyMap<string, Iterable<string>>, start: string): Set<string> {
  const seen = new Set<string>();
  const open = [...(graph.get(start) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(graph.get(next) ?? []));
  }
  return seen;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const names = node.importClause?.namedBindings;
  const isEveryNameType =
    names !== undefined && ts.isNamedImports(names) && names.elements.every((name) => name.isTypeOnly);
  return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || isEveryNameType;
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : '';
}
