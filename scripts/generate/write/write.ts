import fs, { existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

import { compareText } from '../../messages/diagnostic.js';
import { UsageError } from '../../messages/usage-error.js';
import { hasBanner } from '../emit/banner.js';
import { type FileBelow, filesBelow } from '../../files/files-below.js';
import { readNamed } from '../../files/read-named.js';
import { reasonOf } from '../../files/reason-of.js';
import type { OutputFile } from '../model/model.js';
import { isSameContent } from './same-content.js';
import { type Change, type Disk, isStaging, removeAbandoned, replaceFiles } from '../../files/replace-files.js';
import type { UnfitFolder } from '../../messages/usage/generate.js';

/** How one path differs from what it should be. */
export interface Difference {
  readonly path: string;
  /** `formatted`: only its formatting differs, so it stays as it is. */
  readonly kind: 'missing' | 'stale' | 'formatted' | 'extra';
  /** Whether an extra file carries our banner: then it may be removed. */
  readonly isOurs: boolean;
  /** Text on disk, when there is some. */
  readonly found: string;
  /** Text that should be there, when there should be some. */
  readonly wanted: string;
}

/** The current content of an output folder. */
interface FoundOutput {
  /** Path → text. It is empty unless it is a regular file. */
  readonly texts: ReadonlyMap<string, string>;
  /** Links, pipes, devices. */
  readonly specials: ReadonlyMap<string, FileBelow>;
}

/**
 * Reads all files of the output folder; empty when the folder does not exist.
 *
 * @throws {UsageError} when the folder is a file, or something in it cannot be read.
 */
function readOutput(folder: string): FoundOutput {
  if (!existsSync(folder)) return { texts: new Map(), specials: new Map() };
  if (!statSync(folder).isDirectory()) throw new UsageError('out-is-file', { folder });
  const entries = filesBelow(folder).filter(({ path }) => !isStaging(path));
  const specials = entries.filter(({ kind }) => kind !== 'file').map((entry) => [entry.path, entry] as const);
  const texts = entries.map(({ path, file, kind }) => [path, kind === 'file' ? readNamed(file, file) : ''] as const);
  return { texts: new Map(texts), specials: new Map(specials) };
}

/**
 * Compares the output with the folder, sorted by path. Reads only.
 *
 * @throws {UsageError} when the folder is a file, or a link or a pipe would be overwritten: a link could lead out of the folder.
 */
export function compareOutput(files: readonly OutputFile[], folder: string): Difference[] {
  const { texts, specials } = readOutput(folder);
  const wanted = new Map(files.map(({ path, text }) => [path, text]));
  if (specials.size > 0) for (const file of wanted.keys()) refuseSpecial(file, specials);
  const changed = [...wanted].flatMap(([file, text]): Difference[] => {
    const current = texts.get(file);
    if (current === undefined) return [{ path: file, kind: 'missing', isOurs: true, found: '', wanted: text }];
    // A checkout on Windows may have changed the ends of lines.
    if (current === text || current.replaceAll('\r\n', '\n') === text) return [];
    const isOurs = hasBanner(current);
    const kind = isOurs && isSameContent(file, current, text) ? 'formatted' : 'stale';
    return [{ path: file, kind, isOurs, found: current, wanted: text }];
  });
  const extra = [...texts]
    .filter(([file]) => !wanted.has(file))
    .map(([file, found]): Difference => ({ path: file, kind: 'extra', isOurs: hasBanner(found), found, wanted: '' }));
  return [...changed, ...extra].sort((a, b) => compareText(a.path, b.path));
}

/**
 * Brings the folder up to date, all of it or nothing. The only step that touches the disk. Files without our banner are
 * never removed or replaced.
 *
 * @throws {UsageError} when a file we did not write would be overwritten, or the disk refuses; the folder is unchanged then.
 */
export function applyDifferences(differences: readonly Difference[], folder: string, disk: Disk = fs): void {
  const blocking = differences.find(({ kind, isOurs }) => kind === 'stale' && !isOurs);
  if (blocking) throw new UsageError('out-foreign-file', { file: path.join(folder, blocking.path) });
  const own = differences.filter(({ isOurs, kind }) => isOurs && kind !== 'formatted');
  const changes = own.map(({ path, kind, wanted }): Change => ({ path, text: kind === 'extra' ? undefined : wanted }));
  try {
    if (changes.length === 0) {
      removeAbandoned(folder);
      return;
    }
    // The manifest comes last: it lists all other files.
    replaceFiles([...changes.filter((change) => !isManifest(change)), ...changes.filter(isManifest)], folder, disk);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError('out-unwritable', { folder, reason: reasonOf(cause) }, { cause });
  }
}

function isManifest({ path }: Change): boolean {
  return path === 'manifest.json';
}

function refuseSpecial(file: string, specials: FoundOutput['specials']): void {
  const parts = file.split('/');
  const special = parts
    .map((_, index) => specials.get(parts.slice(0, index + 1).join('/')))
    .find((entry) => entry !== undefined);
  if (special === undefined) return;
  if (special.kind === 'link') throw new UsageError('out-link', { file: special.file });
  throw new UsageError('file-unwritable', { file: special.file, reason: { code: 'special' } });
}

/**
 * Refuses folders that must not be filled with generated files: the root, the home folder, a project's root, and the one
 * that holds the spec. Links are followed first, so that what is checked is what would be written to.
 *
 * @throws {UsageError} naming the folder, and what to give instead.
 */
export function checkOutFolder(folder: string, specFile: string): void {
  const real = existing(folder);
  if (real === undefined) return;
  if (!statSync(real).isDirectory()) throw new UsageError('out-is-file', { folder });
  const problem = unfitReason(real, specFile);
  if (problem !== undefined)
    throw new UsageError('out-unfit', { folder, is: problem, better: path.join(folder, 'generated') });
}

function existing(folder: string): string | undefined {
  return existsSync(folder) ? realpathSync(folder) : undefined;
}

function unfitReason(folder: string, specFile: string): UnfitFolder | undefined {
  if (folder === path.parse(folder).root) return 'root';
  if (folder === existing(homedir())) return 'home';
  if (['.git', 'node_modules'].some((name) => existsSync(path.join(folder, name)))) return 'project';
  return folder === existing(path.dirname(specFile)) ? 'spec' : undefined;
}
