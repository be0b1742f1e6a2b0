import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { isObject } from '../json/schema.js';
import { parseJsonc } from '../source/parse-json.js';
import { packageAround } from './read-package.js';
import { readQuietly } from './read-quietly.js';
import { foldersUp } from './repository-root.js';

/** How files of a project import each other: `./models.js`, `./models.ts` or `./models`. */
export type ImportExtension = '.js' | '.ts' | '';

/** The extensions that `--import-extension` and the config take, by their names there. */
export const IMPORT_EXTENSIONS: Readonly<Record<string, ImportExtension>> = { js: '.js', ts: '.ts', none: '' };

/** How files of a project import each other, what its build makes of them, and where this is configured. */
export interface ImportStyle {
  readonly extension: ImportExtension;
  readonly modules: 'ES modules' | 'CommonJS';
  /** Such as `tsconfig.json: allowImportingTsExtensions`; empty if nothing configures it. */
  readonly because: string;
}

/**
 * Detects what the build tool of a project accepts, from the nearest `tsconfig.json` and `package.json`. Never throws: files
 * that cannot be read are ignored.
 *
 * - `allowImportingTsExtensions` or `rewriteRelativeImportExtensions` → `.ts`
 * - `moduleResolution: bundler` or `module: preserve` → none
 * - a CommonJS package → none
 * - `erasableSyntaxOnly` → `.ts`: Node runs the files as they are. With an `outDir` that `tsc` builds → `.js`, because it
 *   rejects the other
 * - anything else → `.js`
 */
export function importStyle(folder: string): ImportStyle {
  const configs = foldersUp(folder).map((each) => path.join(each, 'tsconfig.json'));
  const config = configs.find((file) => existsSync(file));
  const options = config === undefined ? {} : compilerOptions(config, new Set());
  const found = packageAround(folder);
  const isCommonJs = found && found.type !== 'module';
  const modules = isCommonJs === true && bundlerOption(options) === undefined ? 'CommonJS' : 'ES modules';
  const [extension, because] = extensionOf(options, isCommonJs);
  return { extension, modules, because };
}

function extensionOf(
  options: Readonly<Record<string, unknown>>,
  isCommonJs: boolean | undefined,
): [extension: ImportExtension, because: string] {
  const allowing = ['allowImportingTsExtensions', 'rewriteRelativeImportExtensions'].find(
    (name) => options[name] === true,
  );
  if (allowing !== undefined) return ['.ts', `tsconfig.json: ${allowing}`];
  const bundler = bundlerOption(options);
  if (bundler !== undefined) return ['', `tsconfig.json: ${bundler}`];
  if (isCommonJs === true) return ['', 'package.json: type'];
  const isBuilt = options.outDir !== undefined && options.noEmit !== true;
  if (options.erasableSyntaxOnly === true && !isBuilt) return ['.ts', 'tsconfig.json: erasableSyntaxOnly'];
  return ['.js', isCommonJs === undefined ? '' : 'package.json: type'];
}

/** The option for imports that a bundler resolves, not the compiler. */
function bundlerOption({ moduleResolution, module }: Readonly<Record<string, unknown>>): string | undefined {
  if (String(moduleResolution).toLowerCase() === 'bundler') return 'moduleResolution';
  return String(module).toLowerCase() === 'preserve' ? 'module' : undefined;
}

/** The options of a configuration merged over those it extends; those of its references if it has none itself. */
function compilerOptions(file: string, seen: Set<string>): Record<string, unknown> {
  if (seen.has(file)) return {};
  seen.add(file);
  const config = readConfig(file);
  const own = isObject(config.compilerOptions) ? config.compilerOptions : {};
  const bases = [config.extends].flat().filter((base) => typeof base === 'string');
  const inherited = bases.flatMap((base) => locate(base, file)).map((base) => compilerOptions(base, seen));
  const references: readonly unknown[] = Array.isArray(config.references) ? config.references : [];
  const referred = references.flatMap((reference) =>
    isObject(reference) && typeof reference.path === 'string' ? locate(reference.path, file) : [],
  );
  const others = referred.map((other) => compilerOptions(other, seen));
  return [...others, ...inherited, own].reduce<Record<string, unknown>>((all, each) => ({ ...all, ...each }), {});
}

/** The file that `extends` or a reference names: a path with or without its extension, a folder, or part of a package. */
function locate(name: string, from: string): string[] {
  if (!name.startsWith('.') && !path.isAbsolute(name)) return resolvePackage(name, from);
  const file = path.resolve(path.dirname(from), name);
  return [file, `${file}.json`, path.join(file, 'tsconfig.json')]
    .filter((each) => each.endsWith('.json') && existsSync(each))
    .slice(0, 1);
}

function resolvePackage(name: string, from: string): string[] {
  const { resolve } = createRequire(from);
  for (const candidate of [name, `${name}.json`, `${name}/tsconfig.json`]) {
    try {
      return [resolve(candidate)];
    } catch {
      // Try the next form.
    }
  }
  return [];
}

function readConfig(file: string): Record<string, unknown> {
  const text = readQuietly(file)?.replace(/^\ufeff/, '') ?? '';
  const read = parseJsonc({ file, text, firstLine: 1 });
  return read.ok && isObject(read.document.value) ? read.document.value : {};
}
