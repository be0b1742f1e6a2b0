import fs from 'node:fs';
import path from 'node:path';

import { overwriteFile } from './overwrite-file.js';
import { reasonOf } from './reason-of.js';
import { missingFolders, moveDraft, type Place } from './write-file.js';
import { uninterrupted } from './uninterrupted.js';
import { errorCode } from './write-descriptor.js';
import { UsageError } from '../messages/usage-error.js';

/** A change of one file. */
export interface Change {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  /** New text; undefined to remove the file. */
  readonly text: string | undefined;
}

/** The calls that can fail half-way. */
export interface Disk {
  mkdirSync(folder: string): void;
  renameSync(from: string, to: string): void;
  writeFileSync(file: string, text: string): void;
}

const STAGING = /^\.iamport-kit-(\d+)$/;

/** Whether a path inside an output folder belongs to a run that has not finished or was killed. */
export function isStaging(file: string): boolean {
  return STAGING.test(file.split('/', 1)[0] ?? '');
}

/**
 * Changes several files of a folder together. All new texts are first written to a folder beside them, where a full disk
 * is noticed; then each is moved to its place, which replaces a file atomically. If a move fails, earlier ones are undone.
 * A killed process leaves whole files only, and the next run removes the rest.
 *
 * @throws the error of the file system; the folder is unchanged.
 * @throws {UsageError} when the changes could not be undone.
 */
export function replaceFiles(changes: readonly Change[], folder: string, disk: Disk = fs): void {
  uninterrupted(() => {
    replaceAll(changes, folder, disk);
  });
}

function replaceAll(changes: readonly Change[], folder: string, disk: Disk): void {
  const undo: (() => void)[] = [];
  const staging = path.join(folder, `.iamport-kit-${process.pid}`);
  try {
    makeFolders(folder, disk, undo);
    removeAbandoned(folder);
    disk.mkdirSync(staging);
    undo.push(() => {
      fs.rmSync(staging, { recursive: true, force: true });
    });
    const staged = path.join(staging, 'new');
    for (const [index, { text }] of changes.entries())
      if (text !== undefined) disk.writeFileSync(`${staged}.${index}`, text);
    for (const [index, change] of changes.entries()) {
      const target = path.join(folder, ...change.path.split('/'));
      makeFolders(path.dirname(target), disk, undo);
      const found = fs.lstatSync(target, { throwIfNoEntry: false });
      undo.push(keep(target, path.join(staging, `old.${index}`), found));
      if (change.text === undefined) fs.rmSync(target);
      else put(`${staged}.${index}`, { file: target, found, disk });
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

/** Moves a staged file to its place. */
function put(staged: string, place: Place): void {
  const { file, found } = place;
  if (isLinked(found)) {
    overwriteFile(file, fs.readFileSync(staged));
    return;
  }
  try {
    moveDraft(staged, place);
  } catch (cause) {
    if (found === undefined || errorCode(cause) !== 'EPERM') throw cause;
    // Only root may give files away: the file then belongs to the user who generates it.
    fs.chmodSync(staged, found.mode & 0o777);
    moveDraft(staged, { ...place, found: undefined });
  }
}

/** Whether a file has other names, which keep naming the same file. */
function isLinked(found: fs.Stats | undefined): boolean {
  return found !== undefined && found.nlink > 1;
}

/** Keeps the file at a path, and returns a function that restores it. The path is never empty in between. */
function keep(target: string, copy: string, found: fs.Stats | undefined): () => void {
  if (found === undefined)
    return () => {
      fs.rmSync(target, { force: true });
    };
  if (!found.isFile()) return () => undefined;
  if (isLinked(found)) {
    const before = fs.readFileSync(target);
    return () => {
      overwriteFile(target, before);
    };
  }
  linkOrCopy(target, copy);
  return () => {
    fs.renameSync(copy, target);
  };
}

/** A hard link is free, because the new file replaces the path, not the content. Not all file systems have hard links. */
function linkOrCopy(target: string, copy: string): void {
  try {
    fs.linkSync(target, copy);
  } catch {
    fs.copyFileSync(target, copy);
  }
}

/** Creates a folder and its parents. */
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
    // Another process has put a file there: keep it.
  }
}

/** Removes what killed runs have left in a folder. */
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
    // EPERM: the process exists and belongs to another user.
    return errorCode(cause) === 'EPERM';
  }
}
