// The exports of the packages with their doc comments, from the declarations of the build.
import path from 'node:path';

import ts from 'typescript';

import { blocks, fence, prose } from './markdown.mjs';
import { ROOT } from './paths.mjs';

const ENTRIES = {
  'iamport-kit': 'dist/src/index.d.ts',
  'iamport-kit/browser': 'dist/src/browser.d.ts',
  'iamport-kit/claims': 'dist/src/claims.d.ts',
  'iamport-kit/gateways': 'dist/generated/gateways.d.ts',
  '@iamport-kit/sandbox': 'scripts/sandbox/dist/sandbox.d.ts',
  '@iamport-kit/sandbox/node': 'scripts/sandbox/dist/start.d.ts',
  '@iamport-kit/cli': 'scripts/dist/config/define-config.d.ts',
};

let cached;

/** One page for each entry, and one with the list of all. */
export function apiPages({ words }) {
  cached ??= readEntries();
  const list = {
    path: 'reference/api',
    title: words.api,
    description: words.apiText,
    body: blocks(
      words.apiText,
      cached.map(({ entry, names }) => [
        `## ${entry}`,
        `[${entry}](./${slugOf(entry)}/): ${names.map((name) => `\`${name}\``).join(', ')}`,
      ]),
    ),
  };
  return [
    list,
    ...cached.map(({ entry, body }) => ({
      path: `reference/api/${slugOf(entry)}`,
      title: entry,
      description: `${words.api}: ${entry}`,
      body,
    })),
  ];
}

function slugOf(entry) {
  return entry.replace('@', '').replaceAll('/', '-');
}

function readEntries() {
  const files = Object.values(ENTRIES).map((file) => path.join(ROOT, file));
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    types: [],
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  return Object.entries(ENTRIES).map(([entry, file]) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(path.join(ROOT, file)));
    const exported = checker
      .getExportsOfModule(module)
      .map((symbol) => describe(symbol, { checker, entry }))
      .filter(Boolean);
    exported.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
    return {
      entry,
      names: exported.map(({ name }) => name),
      body: blocks(
        fence('ts', `import { … } from '${entry}';`),
        exported.map(({ text }) => text),
      ),
    };
  });
}

/** Generated models and code lists have pages of their own. */
function describe(symbol, { checker, entry }) {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const [declaration] = target.declarations ?? [];
  if (!declaration) return undefined;
  const { fileName } = declaration.getSourceFile();
  if (fileName.includes('/generated/') && entry !== 'iamport-kit/gateways') return undefined;
  const name = symbol.getName();
  const comment = ts.displayPartsToString(target.getDocumentationComment(checker));
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const code = node.getText().replace(/^export (declare )?/, '');
  return {
    name,
    text: blocks(
      `## ${name}`,
      prose(comment.replaceAll(/\{@link ([^}]+)\}/g, '`$1`')),
      fence('ts', code.length > 6000 ? `${code.slice(0, 6000)}\n…` : code),
    ),
  };
}
