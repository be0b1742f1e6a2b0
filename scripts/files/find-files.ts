import { existsSync, readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import path from 'node:path';

import { compareText, type Diagnostic } from '../messages/diagnostic.js';
import { displayPath, type ShownFile } from './display-path.js';
import { createExclusions, createGitIgnore, type IsIgnored } from './ignore-rules.js';
import { loadPackage } from './lazy-package.js';
import { reasonOf } from './reason-of.js';
import { UsageError } from '../messages/usage-error.js';
import { formatOf, KNOWN_ENDINGS } from '../source/read-text.js';
import { unreadable } from './unreadable.js';

/** A file and how findings name it; `-` for stdin. */
export interface NamedFile extends ShownFile {
  /** Whether the caller has named the file, as opposed to a folder or glob that contains it. */
  readonly isNamed?: boolean;
  /** Content to use instead of that of the file. */
  readonly bytes?: Buffer;
}

/** The files that match the arguments. */
export interface FoundFiles {
  /** Sorted, each once; stdin first. */
  readonly files: readonly NamedFile[];
  /** Files and folders that cannot be read. */
  readonly unreadable: readonly Diagnostic[];
}

/** How to look for files. */
export interface FindOptions {
  readonly cwd: string;
  /** How findings name stdin. */
  readonly stdinName?: string | undefined;
  /** Patterns to leave out, in the syntax of .gitignore, relative to `cwd`. */
  readonly ignored?: readonly string[];
}

interface Search {
  readonly cwd: string;
  /** Matches `ignored` and negated globs; applies to all files. */
  readonly isExcluded: IsIgnored;
  /** Matches .gitignore files; does not apply to files that the caller names. */
  readonly isIgnored: IsIgnored;
  readonly files: Map<string, NamedFile>;
  readonly unreadable: Diagnostic[];
  /** Real paths of visited folders: symbolic links can form a cycle. */
  readonly visited: Set<string>;
}

// The config and the baseline.
const OUR_OWN = 'iamport-kit.';

/**
 * Lists the files that match the arguments. A folder means all files in it with a known extension, without `node_modules`,
 * folders whose names begin with a dot, and files that Git ignores. `-` means stdin. Other arguments that do not exist, but
 * have glob characters, are globs. A glob that begins with `!` leaves files out, as `ignored` does.
 *
 * @throws {UsageError} when an argument matches nothing, or all arguments are negated.
 */
export function findFiles(given: readonly string[], options: FindOptions): FoundFiles {
  const { cwd, stdinName = '<stdin>', ignored = [] } = options;
  const negated = given.filter((argument) => isNegated(argument, cwd));
  const wanted = given.filter((argument) => !negated.includes(argument));
  if (wanted.length === 0) throw new UsageError('no-files-given');
  const isExcluded = createExclusions([...ignored, ...negated.map((argument) => argument.slice(1))], cwd);
  const search: Search = {
    cwd,
    isExcluded,
    isIgnored: () => false,
    files: new Map(),
    unreadable: [],
    visited: new Set(),
  };
  for (const argument of wanted) {
    if (argument === '-') search.files.set('-', { file: '-', shownAs: stdinName, isNamed: true });
    else addArgument(search, argument);
  }
  return { files: inOrderOfKeys(search.files), unreadable: search.unreadable };
}

function isNegated(argument: string, cwd: string): boolean {
  return argument.length > 1 && argument.startsWith('!') && !existsSync(path.resolve(cwd, argument));
}

function addArgument(search: Search, given: string): void {
  // Probably an empty variable in a script. The working directory is `.`.
  if (given === '') throw new UsageError('file-name-empty');
  const target = path.resolve(search.cwd, given);
  const stats = statsOf(search, target);
  if (stats === 'unreadable') return;
  if (stats === undefined && /[*?[\]{}()!]/.test(given)) {
    addGlob(search, given);
    return;
  }
  if (stats === undefined) throw new UsageError('file-unreadable', { file: given, reason: { code: 'missing' } });
  if (!stats.isDirectory()) {
    addFile(search, { ...named(search, target), isNamed: true }, stats);
    return;
  }
  if (search.isExcluded(target, 'folder')) return;
  const [leftOut, ignored] = [new Set<string>(), new Set<string>()];
  const isExcluded = noting(search.isExcluded, leftOut);
  const isIgnored = noting(createGitIgnore(target, search.cwd), ignored);
  // Earlier arguments may have found the same files.
  const own: Search = { ...search, isExcluded, isIgnored, files: new Map(), unreadable: [] };
  const isKnown = search.visited.has(realpathSync(target));
  addFolder(own, target);
  for (const found of own.files.values()) keep(search, found);
  search.unreadable.push(...own.unreadable);
  // Nothing is found, too, where all is left out, which is not an error.
  if (isKnown || own.files.size + own.unreadable.length + leftOut.size > 0) return;
  const endings = KNOWN_ENDINGS.slice(1);
  throw new UsageError('folder-without-fixtures', { folder: given, endings, isIgnored: ignored.size > 0 });
}

/** The same check; what it matches is added to `matched`. */
function noting(isIgnored: IsIgnored, matched: Set<string>): IsIgnored {
  return (file, kind) => {
    const isMatched = isIgnored(file, kind);
    if (isMatched) matched.add(file);
    return isMatched;
  };
}

function addGlob(search: Search, given: string): void {
  const { cwd } = search;
  const pattern = path.sep === '\\' ? given.replaceAll('\\', '/') : given;
  const ignore = ['**/node_modules/**'];
  const found = loadPackage('tinyglobby').globSync([pattern], {
    cwd,
    absolute: true,
    expandDirectories: false,
    onlyFiles: false,
    ignore,
  });
  // `recorded/**` means the fixtures in it, not other files; `*.txt` means any text file.
  const isOpen = pattern.endsWith('*');
  const base = path.resolve(cwd, loadPackage('picomatch').scan(pattern).base);
  const ignored = new Set<string>();
  const within: Search = { ...search, isIgnored: noting(createGitIgnore(base, cwd), ignored) };
  const wanted = found
    .filter((file) => !isOpen || file.endsWith('/') || formatOf(file) !== undefined)
    .filter((file) => !within.isIgnored(path.resolve(file), file.endsWith('/') ? 'folder' : 'file'))
    .sort(compareText);
  if (wanted.length === 0) throw new UsageError('glob-without-files', { glob: given, isIgnored: ignored.size > 0 });
  for (const file of wanted) {
    const stats = statsOf(search, file);
    if (stats === 'unreadable') continue;
    if (stats?.isDirectory() === true) addFolder(within, path.resolve(file));
    else addFile(within, named(search, path.resolve(file)), stats);
  }
}

function addFolder(search: Search, folder: string): void {
  try {
    const real = realpathSync(folder);
    if (search.visited.has(real)) return;
    search.visited.add(real);
    const entries = readdirSync(folder, { withFileTypes: true });
    const sorted = inOrderOfKeys(new Map(entries.map((entry) => [entry.name, entry])));
    const shownAs = displayPath(folder, search.cwd);
    const place = { folder, shownAs: shownAs === '.' ? '' : `${shownAs}/` };
    // Links last, so that a folder that is visited twice is shown under its real name.
    for (const entry of sorted) if (!entry.isSymbolicLink()) addEntry(search, place, entry);
    for (const entry of sorted) if (entry.isSymbolicLink()) addEntry(search, place, entry);
  } catch (cause) {
    search.unreadable.push(unreadable(displayPath(folder, search.cwd), reasonOf(cause)));
  }
}

function addEntry(search: Search, place: { folder: string; shownAs: string }, entry: Dirent): void {
  const target = `${place.folder}${path.sep}${entry.name}`;
  // Most entries do not need another system call.
  const stats = entry.isFile() || entry.isDirectory() ? entry : statsOf(search, target);
  if (stats === 'unreadable') return;
  if (stats?.isDirectory() !== true) {
    const shownAs = place.shownAs + entry.name;
    if (isFixture(entry.name) && !search.isIgnored(target, 'file')) addFile(search, { file: target, shownAs }, stats);
  } else if (isWanted(entry.name) && !search.isIgnored(target, 'folder') && !search.isExcluded(target, 'folder'))
    addFolder(search, target);
}

/** Undefined if nothing exists there. Other errors are recorded in `unreadable`. */
function statsOf(search: Search, target: string): Stats | 'unreadable' | undefined {
  try {
    return statSync(target, { throwIfNoEntry: false });
  } catch (cause) {
    search.unreadable.push(unreadable(displayPath(target, search.cwd), reasonOf(cause)));
    return 'unreadable';
  }
}

function addFile(search: Search, found: NamedFile, stats: Pick<Stats, 'isFile'> | undefined): void {
  const { file, shownAs } = found;
  if (search.isExcluded(file, 'file')) return;
  if (stats?.isFile() === true) keep(search, found);
  else search.unreadable.push(unreadable(shownAs, { code: stats === undefined ? 'missing' : 'special' }));
}

/** A file that is both named and found counts as named. */
function keep({ files }: Search, found: NamedFile): void {
  if (found.isNamed === true || !files.has(found.file)) files.set(found.file, found);
}

function named(search: Search, file: string): NamedFile {
  return { file, shownAs: displayPath(file, search.cwd) };
}

/** The values of a map in the order of its keys, by UTF-16 code units: the engine sorts texts quickest when left alone. */
function inOrderOfKeys<Value>(map: ReadonlyMap<string, Value>): Value[] {
  return [...map.keys()].sort().flatMap((key) => map.get(key) ?? []);
}

function isWanted(folder: string): boolean {
  return folder !== 'node_modules' && !folder.startsWith('.');
}

function isFixture(name: string): boolean {
  return formatOf(name) !== undefined && !name.startsWith(OUR_OWN);
}
