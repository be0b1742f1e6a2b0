import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Ignore } from 'ignore';

import { displayPath } from './display-path.js';
import { ignoreMatcher } from './lazy-package.js';
import { foldersUpToRepository } from './repository-root.js';

/** Tells whether something found on the disk is ignored. */
export type IsIgnored = (file: string, kind: 'file' | 'folder') => boolean;

/** What the .gitignore files from one folder down to another say. */
interface Rules {
  /** Patterns are relative to it. */
  readonly root: string;
  readonly patterns: readonly string[];
  /** Loaded only where there is something to match. */
  readonly matcher: Ignore | undefined;
}

/**
 * What `--ignore` and negated globs leave out, in the syntax of .gitignore, relative to `cwd`. Files that were named one by one
 * count, too.
 */
export function createExclusions(globs: readonly string[], cwd: string): IsIgnored {
  if (globs.length === 0) return () => false;
  const matcher = ignoreMatcher()({ ignorecase: isCaseFolded }).add(globs.map((glob) => withinCwd(toSlashes(glob))));
  return (file, kind) => {
    const shownAs = withinCwd(displayPath(file, cwd));
    return shownAs !== '' && matcher.ignores(kind === 'folder' ? `${shownAs}/` : shownAs);
  };
}

/**
 * What .gitignore files leave out of the search in a folder: those from the root of the repository (else from `cwd`) down to
 * the file. A folder that is ignored itself was named on purpose, so that only the .gitignore files in it count.
 */
export function createGitIgnore(base: string, cwd: string): IsIgnored {
  const known = new Map<string, Rules>([[base, rulesAt(base, cwd)]]);
  const rulesIn = (folder: string): Rules => {
    const rules = known.get(folder) ?? withOwn(rulesIn(path.dirname(folder)), folder);
    known.set(folder, rules);
    return rules;
  };
  return (file, kind) => isIgnoredBy(rulesIn(path.dirname(file)), file, kind);
}

/** Git takes the file system of these platforms to fold upper and lower case. */
const isCaseFolded = process.platform === 'win32' || process.platform === 'darwin';

function rulesAt(base: string, cwd: string): Rules {
  const [root = base, ...rest] = foldersAround(base, cwd);
  const outer = rest.reduce(withOwn, withOwn(rulesOf(root, []), root));
  return withOwn(root === base || isIgnoredBy(outer, base, 'folder') ? rulesOf(base, []) : outer, base);
}

function rulesOf(root: string, patterns: readonly string[]): Rules {
  const matcher = patterns.length === 0 ? undefined : ignoreMatcher()({ ignorecase: isCaseFolded }).add(patterns);
  return { root, patterns, matcher };
}

/** The folders around one, from the root of its repository, else from `cwd`, without itself. */
function foldersAround(base: string, cwd: string): readonly string[] {
  const inRepository = foldersUpToRepository(base);
  if (existsSync(path.join(inRepository.at(-1) ?? base, '.git'))) return inRepository.slice(1).reverse();
  const relative = path.relative(cwd, base);
  if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative)) return [];
  const names = relative.split(path.sep);
  return names.map((_name, depth) => path.join(cwd, ...names.slice(0, depth)));
}

/** A repository within a repository starts anew, as it does for Git. */
function withOwn(outer: Rules, folder: string): Rules {
  const isRepository = folder !== outer.root && existsSync(path.join(folder, '.git'));
  const rules = isRepository ? rulesOf(folder, []) : outer;
  const own = readOwn(folder)
    ?.split(/\r?\n/)
    .flatMap((line) => patternFrom(line, displayPath(folder, rules.root)));
  return own === undefined || own.length === 0 ? rules : rulesOf(rules.root, [...rules.patterns, ...own]);
}

/** A line of the .gitignore in a folder as a pattern of the root. One without a slash counts at any depth. */
function patternFrom(line: string, folder: string): string[] {
  const [, negation = '', pattern = ''] = /^(!?)(.*)$/.exec(line) ?? [];
  if (pattern.trim() === '' || line.startsWith('#')) return [];
  const prefix = folder === '.' ? '' : `/${folder.replace(/[\\*?[\]!# ]/g, '\\$&')}`;
  if (pattern.startsWith('/')) return [`${negation}${prefix}${pattern}`];
  const isAnchored = pattern.trimEnd().slice(0, -1).includes('/');
  return [`${negation}${prefix}${isAnchored ? '/' : '/**/'}${pattern}`];
}

function readOwn(folder: string): string | undefined {
  const file = path.join(folder, '.gitignore');
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  } catch {
    // Git warns and goes on.
    return undefined;
  }
}

function isIgnoredBy({ root, matcher }: Rules, file: string, kind: 'file' | 'folder'): boolean {
  return matcher?.ignores(`${displayPath(file, root)}${kind === 'folder' ? '/' : ''}`) === true;
}

function toSlashes(glob: string): string {
  return path.sep === '\\' ? glob.replaceAll('\\', '/') : glob;
}

/** The matcher takes no path that leads out of its folder; a glob that does so is compared without those steps. */
function withinCwd(shownAs: string): string {
  return shownAs.replace(/^(?:\.\.?(?:\/|$))+/, '');
}
