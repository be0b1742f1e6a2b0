import fs from 'node:fs';
import path from 'node:path';

import { reasonOf } from './reason-of.js';
import { missingFolders } from './write-file.js';
import { UsageError } from '../messages/usage-error.js';

/** What one file is to become. */
export interface Change {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  /** New text; undefined to remove the file. */
  readonly text: string | undefined;
}

/** The calls that may fail half-way. */
export interface Disk {
  mkdirSync(folder: string): void;
  renameSync(from: string, to: string): void;
  writeFileSync(file: string, text: string): void;
}

const STAGING = /^\.iamport-kit-(\d+)$/;

/** Tells whether a path inside an output folder belongs to a run that is not finished, or was killed. */
export function isStaging(file: string): boolean {
  return STAGING.test(file.split('/', 1)[0] ?? '');
}

/**
 * Changes several files of a folder together. All new texts are written to a folder beside them first, which is where a
 * full disk shows; then each is moved to its place, which replaces a file at once or not at all. When a move fails, those
 * before it are taken back. A process that is killed leaves whole files only, and the next run clears up after it.
 *
 * @throws what the disk threw; the folder is as it was before.
 * @throws {UsageError} when it could not be put back either.
 */
export function replaceFiles(changes: readonly Change[], folder: string, disk: Disk = fs): void {
  const undo: (() => void)[] = [];
  const staging = path.join(folder, `.iamport-kit-${process.pid}`);
  try {
    makeFolders(folder, disk, undo);
    removeAbandoned(folder);
    disk.mkdirSync(staging);
    undo.push(() => {
      fs.rmSync(staging, { recursive: true, force: true });
    });
    const staged = changes.map(({ text }, index) => stage(path.join(staging, `${index}.new`), text, disk));
    for (const [index, change] of changes.entries()) {
      const target = path.join(folder, ...change.path.split('/'));
      makeFolders(path.dirname(target), disk, undo);
      undo.push(keep(target, path.join(staging, `${index}.old`)));
      const source = staged[index];
      if (source === undefined) fs.rmSync(target);
      else disk.renameSync(source, target);
    }
  } catch (cause) {
    takeBack(undo, cause);
    throw cause;
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
}

function takeBack(undo: readonly (() => void)[], cause: unknown): void {
  const failures: unknown[] = [];
  for (const step of [...undo].reverse()) {
    try {
      step();
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length === 0) return;
  throw new UsageError('out-half-written', { first: reasonOf(cause), then: reasonOf(failures[0]) }, { cause });
}

function stage(file: string, text: string | undefined, disk: Disk): string | undefined {
  if (text === undefined) return undefined;
  disk.writeFileSync(file, text);
  return file;
}

/** Keeps what stands at a place, and gives a way to put it back. The place is never empty in between. */
function keep(target: string, copy: string): () => void {
  const found = fs.lstatSync(target, { throwIfNoEntry: false });
  if (found === undefined)
    return () => {
      fs.rmSync(target, { force: true });
    };
  if (!found.isFile()) return () => undefined;
  linkOrCopy(target, copy);
  return () => {
    fs.renameSync(copy, target);
  };
}

/** A second name for the file costs nothing: what replaces it is another file. Not every disk knows second names. */
function linkOrCopy(target: string, copy: string): void {
  try {
    fs.linkSync(target, copy);
  } catch {
    fs.copyFileSync(target, copy);
  }
}

/** Makes a folder and those above it. */
function makeFolders(folder: string, disk: Disk, undo: (() => void)[]): void {
  for (const missing of missingFolders(folder)) {
    disk.mkdirSync(missing);
    undo.push(() => {
      removeWhenEmpty(missing);
    });
  }
}

function removeWhenEmpty(folder: string): void {
  try {
    fs.rmdirSync(folder);
  } catch {
    // Somebody else has put something there: then it stays.
  }
}

/** Removes what runs that were killed have left in a folder. */
export function removeAbandoned(folder: string): void {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) {
    const owner = Number(STAGING.exec(name)?.[1] ?? process.pid);
    if (STAGING.test(name) && (owner === process.pid || !isRunning(owner)))
      fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (cause) {
    // EPERM: there is one, of another user.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
