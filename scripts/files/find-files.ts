import { existsSync, readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import path from 'node:path';

import { compareText, type Diagnostic } from '../messages/diagnostic.js';
import { displayPath } from './display-path.js';
import { createExclusions, createGitIgnore, type IsIgnored } from './ignore-rules.js';
import { globber, globMatcher } from './lazy-package.js';
import { reasonOf } from './reason-of.js';
import { UsageError } from '../messages/usage-error.js';
import { formatOf, KNOWN_ENDINGS } from '../source/read-text.js';
import { unreadable } from './unreadable.js';

/** A file and how findings name it. */
export interface NamedFile {
  /** Absolute path; `-` is what comes in on stdin. */
  readonly file: string;
  readonly shownAs: string;
  /** Whether the caller has named it; others were found in a folder or by a glob. */
  readonly isNamed?: boolean;
  /** What to take it to hold, in the place of what it does. */
  readonly bytes?: Buffer;
}

/** What the arguments stand for. */
export interface FoundFiles {
  /** Sorted, each once; stdin first. */
  readonly files: readonly NamedFile[];
  /** What could not be looked into. */
  readonly unreadable: readonly Diagnostic[];
}

/** How to look for files. */
export interface FindOptions {
  readonly cwd: string;
  /** How findings name stdin. */
  readonly stdinName?: string | undefined;
  /** Globs of what to leave out, in the syntax of .gitignore, relative to `cwd`. */
  readonly ignored?: readonly string[];
}

interface Search {
  readonly cwd: string;
  /** What the caller leaves out, even when it is named. */
  readonly isExcluded: IsIgnored;
  /** What .gitignore files leave out of what is found in folders. */
  readonly isIgnored: IsIgnored;
  readonly files: Map<string, NamedFile>;
  readonly unreadable: Diagnostic[];
  /** Real paths of folders: a symbolic link may lead back up. */
  readonly visited: Set<string>;
  /** What `isExcluded` has left out: finding nothing else is what the caller wanted. */
  readonly leftOut: Set<string>;
  /** What .gitignore files have left out. */
  readonly ignored: Set<string>;
}

// The config and the baseline.
const OUR_OWN = 'iamport-kit.';

/**
 * Lists the files that the arguments name. A folder stands for all files below it whose ending is known, without
 * `node_modules`, folders that begin with a dot and what .gitignore files leave out; `-` for stdin; anything else that does not
 * exist is a glob when it looks like one. A glob that begins with `!` leaves out what it matches, as `ignored` does.
 *
 * @throws {UsageError} when an argument stands for nothing, or none is left.
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
    leftOut: new Set(),
    ignored: new Set(),
  };
  for (const argument of wanted) {
    if (argument === '-') search.files.set('-', { file: '-', shownAs: stdinName, isNamed: true });
    else addArgument(search, argument);
  }
  const files = [...search.files.values()].sort((a, b) => compareText(a.file, b.file));
  return { files, unreadable: search.unreadable };
}

function isNegated(argument: string, cwd: string): boolean {
  return argument.length > 1 && argument.startsWith('!') && !existsSync(path.resolve(cwd, argument));
}

function addArgument(search: Search, given: string): void {
  // An empty variable in a script; the whole working directory is meant by `.` only.
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
  if (isLeftOut(search, target, 'folder')) return;
  // Other arguments may have brought all of it already.
  const own: Search = {
    ...search,
    isIgnored: createGitIgnore(target, search.cwd),
    files: new Map(),
    unreadable: [],
    leftOut: new Set(),
    ignored: new Set(),
  };
  const isKnown = search.visited.has(realpathSync(target));
  addFolder(own, target);
  for (const found of own.files.values()) keep(search, found);
  search.unreadable.push(...own.unreadable);
  if (!isKnown && own.files.size + own.unreadable.length + own.leftOut.size === 0)
    throw new UsageError('folder-without-fixtures', {
      folder: given,
      endings: KNOWN_ENDINGS.slice(1),
      isIgnored: own.ignored.size > 0,
    });
}

function addGlob(search: Search, given: string): void {
  const { cwd } = search;
  const pattern = path.sep === '\\' ? given.replaceAll('\\', '/') : given;
  const ignore = ['**/node_modules/**'];
  const found = globber().globSync([pattern], {
    cwd,
    absolute: true,
    expandDirectories: false,
    onlyFiles: false,
    ignore,
  });
  // `recorded/**` means the fixtures in there, not the notes beside them; `*.txt` means what it says.
  const isOpen = pattern.endsWith('*');
  const base = path.resolve(cwd, globMatcher().scan(pattern).base);
  const within: Search = { ...search, isIgnored: createGitIgnore(base, cwd), ignored: new Set() };
  const wanted = found
    .filter((file) => !isOpen || file.endsWith('/') || formatOf(file) !== undefined)
    .filter((file) => !isIgnored(within, path.resolve(file), file.endsWith('/') ? 'folder' : 'file'))
    .sort(compareText);
  if (wanted.length === 0)
    throw new UsageError('glob-without-files', { glob: given, isIgnored: within.ignored.size > 0 });
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
    const shownAs = displayPath(folder, search.cwd);
    const place = { folder, shownAs: shownAs === '.' ? '' : `${shownAs}/` };
    // Links last: a folder that is there by itself is shown under its own name.
    for (const entry of entries.sort((a, b) => rank(a) - rank(b) || compareText(a.name, b.name)))
      addEntry(search, place, entry);
  } catch (cause) {
    search.unreadable.push(unreadable(displayPath(folder, search.cwd), reasonOf(cause)));
  }
}

function addEntry(search: Search, place: { folder: string; shownAs: string }, entry: Dirent): void {
  const target = `${place.folder}${path.sep}${entry.name}`;
  // Spares most entries a question to the disk.
  const stats = entry.isFile() || entry.isDirectory() ? entry : statsOf(search, target);
  if (stats === 'unreadable') return;
  if (stats?.isDirectory() !== true) {
    const shownAs = place.shownAs + entry.name;
    if (isFixture(entry.name) && !isIgnored(search, target, 'file')) addFile(search, { file: target, shownAs }, stats);
  } else if (isWanted(entry.name) && !isIgnored(search, target, 'folder') && !isLeftOut(search, target, 'folder'))
    addFolder(search, target);
}

function isIgnored(search: Search, target: string, kind: 'file' | 'folder'): boolean {
  if (!search.isIgnored(target, kind)) return false;
  search.ignored.add(target);
  return true;
}

function isLeftOut(search: Search, target: string, kind: 'file' | 'folder'): boolean {
  if (!search.isExcluded(target, kind)) return false;
  search.leftOut.add(target);
  return true;
}

/** Undefined where nothing is; what the disk refuses to tell is noted. */
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
  if (isLeftOut(search, file, 'file')) return;
  if (stats?.isFile() === true) keep(search, found);
  else search.unreadable.push(unreadable(shownAs, { code: stats === undefined ? 'missing' : 'special' }));
}

/** A file that was named as well as found counts as named. */
function keep({ files }: Search, found: NamedFile): void {
  if (found.isNamed === true || !files.has(found.file)) files.set(found.file, found);
}

function named(search: Search, file: string): NamedFile {
  return { file, shownAs: displayPath(file, search.cwd) };
}

function rank(entry: Dirent): number {
  return entry.isSymbolicLink() ? 1 : 0;
}

function isWanted(folder: string): boolean {
  return folder !== 'node_modules' && !folder.startsWith('.');
}

function isFixture(name: string): boolean {
  return formatOf(name) !== undefined && !name.startsWith(OUR_OWN);
}
