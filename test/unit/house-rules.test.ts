import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { hasBanner } from '../../scripts/generate/emit/banner.js';

// The rules of CONTRIBUTING.md that the linter cannot hold.

function list(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/(^|\/)(dist|node_modules)\//.test(file))
    .sort();
}

const source = list('src', /\.ts$/);
const toolkit = list('scripts', /\.ts$/);
const written = [
  ...source,
  ...toolkit,
  ...list('test', /\.ts$/).filter((file) => !file.startsWith('test/golden/output')),
];
const generated = list('generated', /./);

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

function importsOf(file: string): { from: string; isTypeOnly: boolean }[] {
  return parse(file).statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const names = statement.importClause?.namedBindings;
      const isEveryNameType =
        names !== undefined && ts.isNamedImports(names) && names.elements.every(({ isTypeOnly }) => isTypeOnly);
      const isTypeOnly = statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || isEveryNameType;
      return [{ from: statement.moduleSpecifier.text, isTypeOnly }];
    }
    if (
      ts.isExportDeclaration(statement) &&
      statement.moduleSpecifier &&
      ts.isStringLiteral(statement.moduleSpecifier)
    ) {
      return [{ from: statement.moduleSpecifier.text, isTypeOnly: statement.isTypeOnly }];
    }
    return [];
  });
}

function assertionFaults(file: ts.SourceFile): string[] {
  const lines = file.text.split('\n');
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line;
    const isConst = ts.isAsExpression(node) && node.type.getText() === 'const';
    const isExplained = lines.slice(Math.max(0, line - 3), line).some((before) => before.trim().startsWith('//'));
    if (node.kind === ts.SyntaxKind.AnyKeyword) faults.push(`any in line ${line + 1}`);
    if (ts.isAsExpression(node) && !isConst && !isExplained) faults.push(`assertion in line ${line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

describe('the tree', () => {
  it('has the fixed top level', () => {
    const allowed =
      'spec scripts generated src test package.json package-lock.json tsconfig.json README.md README.ko.md SECURITY.md LICENSE CHANGELOG.md ARCHITECTURE.md CONTRIBUTING.md action.yml';
    const found = readdirSync('.').filter(
      (name) => !name.startsWith('.') && !['node_modules', 'dist'].includes(name) && !name.endsWith('.tgz'),
    );
    expect(found.filter((name) => !allowed.split(' ').includes(name))).toEqual([]);
  });

  it('has no file named for nothing in particular', () => {
    const vague = /(^|\/)(utils?|helpers?|misc|common|types)\.ts$/;
    expect(written.filter((file) => vague.test(file) && !file.startsWith('scripts/generate/emit/'))).toEqual([]);
    const indexes = [...source, ...toolkit].filter((file) => file.endsWith('index.ts'));
    expect(indexes).toEqual(['src/index.ts']);
  });

  it('has kebab-case file names', () => {
    expect(written.filter((file) => !/^[a-z0-9.-]+$/.test(path.basename(file)))).toEqual([]);
  });
});

describe('imports', () => {
  it('src/ takes values of generated/ in its entries only, and nothing of scripts/', () => {
    for (const file of source) {
      const faults = importsOf(file).filter(
        ({ from, isTypeOnly }) =>
          from.includes('scripts/') || (from.includes('generated/') && !isTypeOnly && !/^src\/[^/]+$/.test(file)),
      );
      expect({ file, faults }).toEqual({ file, faults: [] });
    }
  });

  it('src/ depends on openapi-fetch and on nothing else', () => {
    const packages = source
      .flatMap(importsOf)
      .map(({ from }) => from)
      .filter((from) => !from.startsWith('.'));
    expect([...new Set(packages)]).toEqual(['openapi-fetch']);
  });

  it('generated/ imports only itself, and types of src/', () => {
    const code = generated.filter((file) => /\.(ts|js)$/.test(file));
    for (const file of code) {
      const outside = importsOf(file).filter(({ from, isTypeOnly }) => {
        const target = from.startsWith('.') ? path.join(path.dirname(file), from) : from;
        return !target.startsWith('generated/') && !(isTypeOnly && target.startsWith('src/'));
      });
      expect({ file, outside }).toEqual({ file, outside: [] });
      expect(readFileSync(file, 'utf8')).not.toMatch(/\brequire\(/);
    }
  });
});

it('starting the program loads one small package: neither a compiler, Redocly nor the YAML parser', () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { from, isTypeOnly } of importsOf(file)) {
      if (isTypeOnly) continue;
      if (from.startsWith('.')) follow(path.join(path.dirname(file), from.replace(/\.js$/, '.ts')));
      else if (!from.startsWith('node:')) packages.add(from);
    }
  };
  // Commands are loaded on demand; none of them may load more than its own work needs. `validate` has jsonc-parser bundled.
  for (const file of ['scripts/cli.ts', ...list('scripts/commands', /\.ts$/)]) follow(file);
  expect([...packages]).toEqual(['jsonc-parser']);
});

describe('generated files', () => {
  it('are marked in their first lines', () => {
    expect(generated.filter((file) => !hasBanner(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('hand-written code', () => {
  it('exports by name and documents every export', () => {
    for (const file of [...source, ...toolkit]) {
      const bare = parse(file).statements.flatMap((statement) => {
        const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
        const isExported = modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
        const isDefault = modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
        if (isDefault) return ['default export'];
        const isDocumented = /\/\*\*|\/\/ /.test(statement.getFullText().slice(0, statement.getLeadingTriviaWidth()));
        return isExported && !isDocumented ? [statement.getText().split('\n', 1)[0]] : [];
      });
      expect({ file, bare }).toEqual({ file, bare: [] });
    }
  });

  it('has no any, and says why above every type assertion', () => {
    for (const file of [...source, ...toolkit]) {
      expect({ file, faults: assertionFaults(parse(file)) }).toEqual({ file, faults: [] });
    }
  });

  it('has nothing left over', () => {
    const leftover = /@ts-ignore|^\s*\/\/ @ts-nocheck|TODO|FIXME|XXX|console\.(log|error)/m;
    // The one place where the runtime says that a shop's callback failed.
    const known = ['src/webhooks/error-reporter.ts'];
    const found = [...source, ...toolkit].filter((file) => leftover.test(readFileSync(file, 'utf8')));
    expect(found.filter((file) => !known.includes(file))).toEqual([]);
  });

  it('ends the process only in scripts/cli.ts, and knows no module-level let', () => {
    for (const file of [...source, ...toolkit]) {
      const text = readFileSync(file, 'utf8');
      if (file !== 'scripts/cli.ts') expect({ file, ends: /process\.exit/.test(text) }).toEqual({ file, ends: false });
      expect({ file, state: /^(export )?let /m.test(text) }).toEqual({ file, state: false });
    }
  });

  it('names tests in `test:long` that exist: vitest passes over the others', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const files = scripts['test:long']?.match(/test\/[\w/.-]+\.test\.ts/g) ?? [];
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('has no test that is switched off', () => {
    const off = /\b(it|test|describe)\.(only|skip|todo)\b/;
    expect(
      written.filter((file) => file !== 'test/unit/house-rules.test.ts' && off.test(readFileSync(file, 'utf8'))),
    ).toEqual([]);
  });
});
