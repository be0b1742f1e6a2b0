import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import path from 'node:path';

import { compareText, type Diagnostic } from '../messages/diagnostic.js';
import { displayPath } from './display-path.js';
import { globber } from './lazy-package.js';
import { reasonOf } from './reason-of.js';
import { UsageError } from '../messages/usage-error.js';
import { formatOf, KNOWN_ENDINGS } from '../source/read-text.js';
import { unreadable } from './unreadable.js';

/** A file and how findings name it. */
export interface NamedFile {
  /** Absolute path; `-` is what comes in on stdin. */
  readonly file: string;
  readonly shownAs: string;
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

interface Search {
  readonly cwd: string;
  readonly files: Map<string, NamedFile>;
  readonly unreadable: Diagnostic[];
  /** Real paths of folders: a symbolic link may lead back up. */
  readonly visited: Set<string>;
}

// The config and the baseline.
const OUR_OWN = 'iamport-kit.';

/**
 * Lists the files that the arguments name. A folder stands for all files below it whose ending is known, without
 * `node_modules` and folders that begin with a dot; `-` for stdin; anything else that does not exist is a glob when it
 * looks like one.
 *
 * @throws {UsageError} when an argument stands for nothing.
 */
export function findFiles(given: readonly string[], cwd: string, stdinName = '<stdin>'): FoundFiles {
  const search: Search = { cwd, files: new Map(), unreadable: [], visited: new Set() };
  for (const argument of given) {
    if (argument === '-') search.files.set('-', { file: '-', shownAs: stdinName });
    else addArgument(search, argument);
  }
  const files = [...search.files.values()].sort((a, b) => compareText(a.file, b.file));
  return { files, unreadable: search.unreadable };
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
    addFile(search, target, stats);
    return;
  }
  // Other arguments may have brought all of it already.
  const own: Search = { ...search, files: new Map(), unreadable: [] };
  const isKnown = search.visited.has(realpathSync(target));
  addFolder(own, target);
  for (const [file, named] of own.files) search.files.set(file, named);
  search.unreadable.push(...own.unreadable);
  if (!isKnown && own.files.size + own.unreadable.length === 0)
    throw new UsageError('folder-without-fixtures', { folder: given, endings: KNOWN_ENDINGS.slice(1) });
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
  const wanted = found
    .filter((file) => !isOpen || file.endsWith('/') || formatOf(file) !== undefined)
    .sort(compareText);
  if (wanted.length === 0) throw new UsageError('glob-without-files', { glob: given });
  for (const file of wanted) {
    const stats = statsOf(search, file);
    if (stats === 'unreadable') continue;
    if (stats?.isDirectory() === true) addFolder(search, path.resolve(file));
    else addFile(search, path.resolve(file), stats);
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
  if (entry.isFile()) {
    if (isFixture(entry.name)) search.files.set(target, { file: target, shownAs: place.shownAs + entry.name });
    return;
  }
  if (entry.isDirectory() && isWanted(entry.name)) {
    addFolder(search, target);
    return;
  }
  if (entry.isDirectory()) return;
  const stats = statsOf(search, target);
  if (stats === 'unreadable') return;
  if (stats?.isDirectory() === true && isWanted(entry.name)) addFolder(search, target);
  else if (stats?.isDirectory() !== true && isFixture(entry.name)) addFile(search, target, stats);
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

function addFile(search: Search, target: string, stats: Stats | undefined): void {
  const shownAs = displayPath(target, search.cwd);
  if (stats?.isFile() === true) search.files.set(target, { file: target, shownAs });
  else search.unreadable.push(unreadable(shownAs, { code: stats === undefined ? 'missing' : 'special' }));
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
