import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { compareText } from '../diagnostics.js';
import { UsageError } from '../usage-error.js';
import { hasBanner } from './banner.js';
import { reasonOf } from '../reason-of.js';
import type { OutputFile } from './model.js';

/** How one path differs from what it should be. */
export interface Difference {
  readonly path: string;
  readonly kind: 'missing' | 'stale' | 'extra';
  /** Whether an extra file carries our banner: then it may be removed. */
  readonly isOurs: boolean;
  /** Text on disk, when there is some. */
  readonly found: string;
  /** Text that should be there, when there should be some. */
  readonly wanted: string;
}

/** Compares the output with the folder, sorted by path. Reads only. */
export function compareOutput(files: readonly OutputFile[], folder: string): Difference[] {
  checkFolder(folder);
  const wanted = new Map(files.map(({ path, text }) => [path, text]));
  // A set: in a list, looking up thousands of files takes longer than reading them.
  const found = new Set(listFiles(folder));
  const changed = [...wanted].flatMap(([file, text]): Difference[] => {
    if (!found.has(file)) return [{ path: file, kind: 'missing', isOurs: true, found: '', wanted: text }];
    const current = read(folder, file);
    return current === text
      ? []
      : [{ path: file, kind: 'stale', isOurs: hasBanner(current), found: current, wanted: text }];
  });
  const extra = [...found]
    .filter((file) => !wanted.has(file))
    .map((file): Difference => {
      const current = read(folder, file);
      return { path: file, kind: 'extra', isOurs: hasBanner(current), found: current, wanted: '' };
    });
  return [...changed, ...extra].sort((a, b) => compareText(a.path, b.path));
}

/**
 * Brings the folder up to date. The only step that touches the disk: each file is written beside its place and then
 * moved there, so that an interruption leaves no half file. Files without our banner are never removed or replaced.
 *
 * @throws {UsageError} when a file we did not write is in the way, or the disk refuses.
 */
export function applyDifferences(differences: readonly Difference[], folder: string): void {
  const blocking = differences.find(({ kind, isOurs }) => kind === 'stale' && !isOurs);
  if (blocking) {
    throw new UsageError(
      `${path.join(folder, blocking.path)} was not written by iamport-kit; move it away or choose another --out`,
    );
  }
  for (const difference of differences) {
    const target = path.join(folder, ...difference.path.split('/'));
    try {
      if (difference.kind !== 'extra') replaceFile(target, difference.wanted);
      else if (difference.isOurs) rmSync(target);
    } catch (cause) {
      throw new UsageError(`cannot write ${target} (${reasonOf(cause)})`, { cause });
    }
  }
}

function replaceFile(target: string, text: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function checkFolder(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UsageError(`${folder} is a file; --out names a folder`);
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

function read(folder: string, file: string): string {
  try {
    return readFileSync(path.join(folder, ...file.split('/')), 'utf8');
  } catch (cause) {
    throw new UsageError(`cannot read ${path.join(folder, file)} (${reasonOf(cause)})`, { cause });
  }
}
