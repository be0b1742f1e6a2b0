import { existsSync } from 'node:fs';
import path from 'node:path';

import type { Ignore } from 'ignore';

import { memoize } from '../json/memoize.js';
import { displayPath } from './display-path.js';
import { loadPackage } from './lazy-package.js';
import { readQuietly } from './read-quietly.js';
import { foldersUpToRepository } from './repository-root.js';

/** Whether a file or folder is ignored. */
export type IsIgnored = (file: string, kind: 'file' | 'folder') => boolean;

/** The patterns of the .gitignore files from one folder down to another. */
interface Rules {
  /** Patterns are relative to it. */
  readonly root: string;
  readonly patterns: readonly string[];
  /** Undefined if there are no patterns, so that the package is not loaded. */
  readonly matcher: Ignore | undefined;
}

/**
 * Matches `--ignore` and negated globs: patterns in the syntax of .gitignore, relative to `cwd`. They also apply to files that
 * the caller names.
 */
export function createExclusions(globs: readonly string[], cwd: string): IsIgnored {
  if (globs.length === 0) return () => false;
  const matcher = loadPackage('ignore')({ ignorecase: isCaseFolded }).add(
    globs.map((glob) => withinCwd(toSlashes(glob))),
  );
  return (file, kind) => {
    const shownAs = withinCwd(displayPath(file, cwd));
    return shownAs !== '' && matcher.ignores(kind === 'folder' ? `${shownAs}/` : shownAs);
  };
}

/**
 * Matches the .gitignore files from the root of the repository, or from `cwd` outside of one, down to the file. If `base`
 * itself is ignored, the caller wants it nevertheless: then only the .gitignore files inside it apply.
 */
export function createGitIgnore(base: string, cwd: string): IsIgnored {
  const rulesIn = memoize((folder: string): Rules => {
    return folder === base ? rulesAt(base, cwd) : withOwn(rulesIn(path.dirname(folder)), folder);
  });
  return (file, kind) => isIgnoredBy(rulesIn(path.dirname(file)), file, kind);
}

/** On these platforms, Git compares paths without case by default. */
const isCaseFolded = process.platform === 'win32' || process.platform === 'darwin';

function rulesAt(base: string, cwd: string): Rules {
  const [root = base, ...rest] = foldersAround(base, cwd);
  const outer = rest.reduce(withOwn, withOwn(rulesOf(root, []), root));
  return withOwn(root === base || isIgnoredBy(outer, base, 'folder') ? rulesOf(base, []) : outer, base);
}

function rulesOf(root: string, patterns: readonly string[]): Rules {
  const matcher = patterns.length === 0 ? undefined : loadPackage('ignore')({ ignorecase: isCaseFolded }).add(patterns);
  return { root, patterns, matcher };
}

/** The folders above one, beginning with the root of its repository, else with `cwd`. */
function foldersAround(base: string, cwd: string): readonly string[] {
  const inRepository = foldersUpToRepository(base);
  if (existsSync(path.join(inRepository.at(-1) ?? base, '.git'))) return inRepository.slice(1).reverse();
  const relative = path.relative(cwd, base);
  if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative)) return [];
  const names = relative.split(path.sep);
  return names.map((_name, depth) => path.join(cwd, ...names.slice(0, depth)));
}

/** A nested repository does not inherit patterns, as in Git. */
function withOwn(outer: Rules, folder: string): Rules {
  const isRepository = folder !== outer.root && existsSync(path.join(folder, '.git'));
  const rules = isRepository ? rulesOf(folder, []) : outer;
  const file = path.join(folder, '.gitignore');
  // Asked first, because most folders have none. Git ignores unreadable files as well.
  const text = existsSync(file) ? readQuietly(file) : undefined;
  const own = text?.split(/\r?\n/).flatMap((line) => patternFrom(line, displayPath(folder, rules.root)));
  return own === undefined || own.length === 0 ? rules : rulesOf(rules.root, [...rules.patterns, ...own]);
}

/** Converts a line of the .gitignore of a folder to a pattern relative to the root. Without a slash, it matches at any depth. */
function patternFrom(line: string, folder: string): string[] {
  const [, negation = '', pattern = ''] = /^(!?)(.*)$/.exec(line) ?? [];
  if (pattern.trim() === '' || line.startsWith('#') || isCostly(pattern)) return [];
  const prefix = folder === '.' ? '' : `/${folder.replace(/[\\*?[\]!# ]/g, '\\$&')}`;
  if (pattern.startsWith('/')) return [`${negation}${prefix}${pattern}`];
  const isAnchored = pattern.trimEnd().slice(0, -1).includes('/');
  return [`${negation}${prefix}${isAnchored ? '/' : '/**/'}${pattern}`];
}

/**
 * Whether matching can take very long: each further star multiplies the steps by the length of a name. A repository may come from
 * anywhere, so such a pattern is left out.
 */
function isCostly(pattern: string): boolean {
  const segments = pattern.split('/');
  const anyFolders = segments.filter((segment) => segment === '**').length;
  return anyFolders > 3 || segments.some((segment) => (segment.match(/\*+/g) ?? []).length > 4);
}

function isIgnoredBy({ root, matcher }: Rules, file: string, kind: 'file' | 'folder'): boolean {
  return matcher?.ignores(`${displayPath(file, root)}${kind === 'folder' ? '/' : ''}`) === true;
}

function toSlashes(glob: string): string {
  return path.sep === '\\' ? glob.replaceAll('\\', '/') : glob;
}

/** The matcher rejects paths with `../`, so they are removed from both patterns and paths. */
function withinCwd(shownAs: string): string {
  return shownAs.replace(/^(?:\.\.?(?:\/|$))+/, '');
}
