// The exports of the packages with their doc comments, from the declarations of the build. Korean pages have a Korean sentence
// above each comment.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';
import { parse } from 'yaml';

import { blocks, fence, prose } from './markdown.mjs';
import { ROOT, SITE } from './paths.mjs';

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

/** Every entry with its exports: `{ entry, exported: [{ name, comment, code }] }`. */
export function apiEntries() {
  cached ??= readEntries();
  return cached;
}

/** Names without a Korean sentence, and sentences without an export, in words. A test has none. */
export function koreanFaults(entries = apiEntries(), korean = readKorean()) {
  const missing = entries.flatMap(({ entry, exported }) =>
    exported
      .filter((each) => !sentenceOf({ entry, ...each }, entries, korean))
      .map(({ name }) => `${entry}: ${name} has no sentence in scripts/site/pages/ko/api.yaml`),
  );
  const known = new Set(entries.flatMap(({ entry, exported }) => exported.map(({ name }) => `${entry}: ${name}`)));
  const strange = Object.entries(korean)
    .flatMap(([entry, sentences]) => Object.keys(sentences).map((name) => `${entry}: ${name}`))
    .filter((name) => !known.has(name));
  return [...missing, ...strange.map((name) => `${name} is no export`)];
}

function readKorean() {
  return parse(readFileSync(`${SITE}/pages/ko/api.yaml`, 'utf8'));
}

/** An export of several entries is described at the first. */
function sentenceOf({ entry, name, comment }, entries, korean) {
  const isSame = (each) => each.name === name && each.comment === comment;
  const first = entries.find(({ exported }) => exported.some(isSame));
  return korean[entry]?.[name] ?? korean[first?.entry]?.[name];
}

/** One page for each entry, and one with the list of all. */
export function apiPages({ words, language }) {
  const korean = language === 'ko' ? readKorean() : undefined;
  const commentOf = (entry, { name, comment }) =>
    korean
      ? [
          sentenceOf({ entry, name, comment }, apiEntries(), korean),
          comment && `<div lang="en">\n\n${prose(comment)}\n\n</div>`,
        ]
      : prose(comment);
  const list = {
    path: 'reference/api',
    title: words.api,
    description: words.apiText,
    body: blocks(
      words.apiText,
      apiEntries().map(({ entry, exported }) => [
        `## ${entry}`,
        `[${entry}](./${slugOf(entry)}/): ${exported.map(({ name }) => `\`${name}\``).join(', ')}`,
      ]),
    ),
  };
  return [
    list,
    ...apiEntries().map(({ entry, exported }) => ({
      path: `reference/api/${slugOf(entry)}`,
      title: entry,
      description: `${words.api}: ${entry}`,
      body: blocks(
        fence('ts', `import { … } from '${entry}';`),
        exported.map((each) => [`## ${each.name}`, commentOf(entry, each), fence('ts', each.code)]),
      ),
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
    return { entry, exported };
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
    comment: comment.replaceAll(/\{@link ([^}]+)\}/g, '`$1`'),
    code: code.length > 6000 ? `${code.slice(0, 6000)}\n…` : code,
  };
}
