import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';

import { isObject } from '../json/schema.js';
import { typescriptCompiler } from '../files/lazy-package.js';
import { UsageError } from '../messages/usage-error.js';
import { positionAt } from '../source/locate.js';
import { defineConfig } from './define-config.js';

/**
 * Runs a TypeScript module, with those that it imports, and gives its default export. Nothing is written: Node 20 does
 * not read TypeScript, and a compiled file beside the config would wake every watcher.
 *
 * @throws {UsageError} when it does not compile, throws, or has no default export.
 */
export function runTypeScript(file: string, shownAs: string): unknown {
  const exported = runGuarded(file, shownAs);
  if (isObject(exported) && 'default' in exported) return exported.default;
  throw new UsageError('config-without-default', { file: shownAs });
}

function runGuarded(file: string, shownAs: string): unknown {
  try {
    return runModule(file, new Map());
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const [quote = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n', 1);
    throw new UsageError('config-threw', { file: shownAs, quote }, { cause });
  }
}

function runModule(file: string, loaded: Map<string, { exports: unknown }>): unknown {
  const known = loaded.get(file);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const requireHere = createRequire(file);
  const load = (name: string): unknown => {
    // Ours, even where the package is not installed: `npx` runs it from elsewhere.
    if (name === '@iamport-kit/cli') return { defineConfig };
    const neighbour = typescriptNeighbour(path.dirname(file), name);
    return neighbour === undefined ? requireHere(name) : runModule(neighbour, loaded);
  };
  // Edge: a compiled function has no type of its own.
  const run = compileFunction(compile(file), ['exports', 'require', 'module'], { filename: file }) as (
    ...values: unknown[]
  ) => void;
  run(module.exports, load, module);
  return module.exports;
}

/** The TypeScript file that a relative import means. */
function typescriptNeighbour(folder: string, name: string): string | undefined {
  if (!name.startsWith('.')) return undefined;
  const target = path.join(folder, name);
  return [target, `${target}.ts`, target.replace(/\.js$/, '.ts')].find(
    (candidate) => candidate.endsWith('.ts') && existsSync(candidate),
  );
}

function compile(file: string): string {
  const ts = typescriptCompiler();
  const text = readFileSync(file, 'utf8');
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  });
  const [first] = diagnostics;
  if (first === undefined) return outputText;
  const { line, column } = positionAt(text, first.start ?? 0);
  const quote = ts.flattenDiagnosticMessageText(first.messageText, ' ');
  throw new UsageError('config-does-not-compile', { place: `${file}:${line}:${column}`, quote });
}
