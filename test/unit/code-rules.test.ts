import { existsSync, readFileSync } from 'node:fs';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { importGraph, listFiles, parseFile } from '../import-graph.js';

// The rules of CONTRIBUTING.md for single files that the linter cannot hold.

const code = [...listFiles('src', /\.ts$/), ...listFiles('scripts', /\.ts$/)];
const written = [...code, ...listFiles('test', /\.ts$/)].filter((file) => !file.startsWith('test/golden/output'));

/** Lists have one file an entry, however short; `define-config` is an entry of the package. */
const REGISTRIES =
  /^scripts\/(json\/formats|lint\/rules|report\/formats|generate\/(emit|rewrite|validators\/keywords)|secrets\/detectors|fix\/fixes|config\/define-config)\b/;

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

describe('hand-written code', () => {
  it('has no file of its own for a few lines that one other file uses', () => {
    const graph = importGraph([...code, ...listFiles('generated/resources', /\.ts$/)]);
    const importers = (file: string): number => [...graph.values()].filter((targets) => targets.includes(file)).length;
    const short = code.filter((file) => readFileSync(file, 'utf8').trimEnd().split('\n').length < 15);
    expect(short.filter((file) => !REGISTRIES.test(file) && importers(file) === 1)).toEqual([]);
  });

  it('exports by name and documents every export', () => {
    for (const file of code) {
      const bare = parseFile(file).statements.flatMap((statement) => {
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
    for (const file of code) {
      expect({ file, faults: assertionFaults(parseFile(file)) }).toEqual({ file, faults: [] });
    }
  });

  it('has its texts in scripts/messages, but for the help of commands and the names of formats', () => {
    const homes = /^scripts\/(messages|commands|json\/formats|sandbox|site)\//;
    const strays = code.filter(
      (file) => !homes.test(file) && /\bko: .*\p{Script=Hangul}/u.test(readFileSync(file, 'utf8')),
    );
    expect(strays).toEqual([]);
  });

  it('has nothing left over', () => {
    const leftover = /@ts-ignore|^\s*\/\/ @ts-nocheck|TODO|FIXME|XXX|console\.(log|error)/m;
    // The one place where the runtime says that a shop's callback failed.
    const known = ['src/webhooks/error-reporter.ts'];
    const found = code.filter((file) => leftover.test(readFileSync(file, 'utf8')));
    expect(found.filter((file) => !known.includes(file))).toEqual([]);
  });

  it('ends the process only in scripts/cli.ts, and knows no module-level let', () => {
    for (const file of code) {
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
      written.filter((file) => file !== 'test/unit/code-rules.test.ts' && off.test(readFileSync(file, 'utf8'))),
    ).toEqual([]);
  });
});
