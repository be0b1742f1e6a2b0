import path from 'node:path';

import ts from 'typescript';

/** The public entries, by the sources. */
const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  'iamport-kit': ['./src/index.ts'],
  'iamport-kit/browser': ['./src/browser.ts'],
  'iamport-kit/browser/en': ['./src/browser-en.ts'],
  'iamport-kit/browser/global': ['./src/browser-global.ts'],
  'iamport-kit/browser/ko': ['./src/browser-ko.ts'],
  'iamport-kit/core': ['./src/core.ts'],
  'iamport-kit/claims': ['./src/claims.ts'],
  'iamport-kit/gateways': ['./generated/gateways.ts'],
  'iamport-kit/validators': ['./generated/validators/index.d.ts'],
  '@iamport-kit/sandbox': ['./scripts/sandbox/sandbox.ts'],
  '@iamport-kit/sandbox/node': ['./scripts/sandbox/start.ts'],
};

/** Files of the disk, parsed once: those of the language are most of a program. */
const parsed = new Map<string, ts.SourceFile>();

/**
 * Compiles texts of TypeScript as a project of web pages would, against the sources. `files` are names and texts; those that a
 * name does not have come from the disk. Returns what the compiler says about them: nothing when all is well.
 */
export function compile(files: ReadonlyMap<string, string>, more: ts.CompilerOptions = {}): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    jsx: ts.JsxEmit.ReactJSX,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    paths: Object.fromEntries(Object.entries(ENTRIES).map(([name, places]) => [name, [...places]])),
    ...more,
  };
  const host = ts.createCompilerHost(options);
  const disk = { ...host };
  const root = process.cwd();
  const textOf = (file: string): string | undefined =>
    path.dirname(file) === root ? files.get(path.basename(file)) : undefined;
  host.fileExists = (file) => textOf(file) !== undefined || disk.fileExists(file);
  host.readFile = (file) => textOf(file) ?? disk.readFile(file);
  host.getSourceFile = (file, version) => {
    const text = textOf(file);
    if (text !== undefined) return ts.createSourceFile(file, text, version);
    const known = parsed.get(file) ?? disk.getSourceFile(file, version);
    if (known !== undefined) parsed.set(file, known);
    return known;
  };
  const program = ts.createProgram(
    [...files.keys()].map((file) => path.resolve(file)),
    options,
    host,
  );
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || files.has(path.basename(file.fileName)))
    .map(({ file, messageText }) => {
      const where = file === undefined ? '' : path.basename(file.fileName);
      return `${where}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
}
