import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import type { ShownFile } from './display-path.js';
import { overwriteFile } from './overwrite-file.js';
import { reasonOf } from './reason-of.js';
import { errorCode, writeDescriptor } from './write-descriptor.js';
import { uninterrupted } from './uninterrupted.js';
import { UsageError } from '../messages/usage-error.js';

// Targets of `/dev/stdout` and `/dev/fd/63`. Opening them by name would truncate a redirected file, and fails for a socket.
const DESCRIPTOR = new RegExp(`^/(?:proc/(?:self|${process.pid})/fd|dev/fd)/(\\d{1,9})$`);

/** The number of links that Linux follows. */
const MOST_LINKS = 40;

/** Errors where a file can be written, but not replaced, such as a file that is a mount point. */
const NOT_REPLACEABLE: readonly unknown[] = ['EBUSY', 'EACCES', 'EPERM'];

/**
 * Writes a whole text. A regular file is replaced in one step at its real path: a reader sees the old text or the new one,
 * and symbolic links, the mode and the owner stay. A file with several hard links, or one that cannot be replaced, is
 * written in place. Anything else (a pipe, a device, `/dev/stdout`, `/dev/fd/63`) is written to directly. Missing folders
 * are created.
 *
 * @throws {UsageError} when it cannot be written. A file that would have been replaced is unchanged.
 */
export function writeFile({ file, shownAs }: ShownFile, text: string): void {
  try {
    const target = endOfLinks(path.resolve(file));
    const descriptor = DESCRIPTOR.exec(target)?.[1];
    if (descriptor === undefined) writeTarget(target, text);
    else writeDescriptor(Number(descriptor), text);
  } catch (cause) {
    // A reader that stops early, such as `head`, is no failure.
    if (errorCode(cause) === 'EPIPE') return;
    throw new UsageError('file-unwritable', { file: shownAs, reason: reasonOf(cause) }, { cause });
  }
}

/** The folders of a path that do not exist, outermost first. Node's own recursive mkdir never returns below `/proc`. */
export function missingFolders(folder: string): string[] {
  if (fs.existsSync(folder)) return [];
  const parent = path.dirname(folder);
  return parent === folder ? [] : [...missingFolders(parent), folder];
}

/** Follows symbolic links step by step and stops at a descriptor, whose link would lead to the open file. */
function endOfLinks(file: string, followed = 0): string {
  if (DESCRIPTOR.test(file) || fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return file;
  // The target of a link is relative to the real path of the link.
  const folder = fs.realpathSync(path.dirname(file));
  const link = path.join(folder, path.basename(file));
  if (DESCRIPTOR.test(link)) return link;
  if (followed === MOST_LINKS) throw Object.assign(new Error('links form a loop'), { code: 'ELOOP' });
  return endOfLinks(path.resolve(folder, fs.readlinkSync(link)), followed + 1);
}

function writeTarget(file: string, text: string): void {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  // A pipe may wait for its reader for ever.
  if (found?.isFile() === false) overwriteFile(file, text);
  else
    uninterrupted(() => {
      writeRegular(file, text, found);
    });
}

function writeRegular(file: string, text: string, found: fs.Stats | undefined): void {
  if (found === undefined) {
    for (const folder of missingFolders(path.dirname(file))) makeFolder(folder);
    replace(file, text);
    return;
  }
  if (found.nlink > 1) {
    overwriteFile(file, text);
    return;
  }
  try {
    replace(file, text, found);
  } catch (cause) {
    if (!NOT_REPLACEABLE.includes(errorCode(cause))) throw cause;
    overwriteFile(file, text);
  }
}

function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder);
  } catch (cause) {
    // Another process has created it.
    if (errorCode(cause) !== 'EEXIST') throw cause;
  }
}

function replace(file: string, text: string, found?: fs.Stats): void {
  const draft = path.join(path.dirname(file), `.iamport-kit-${randomUUID()}.tmp`);
  try {
    fs.writeFileSync(draft, text, { flag: 'wx' });
    moveDraft(draft, { file, found });
  } catch (cause) {
    discard(draft);
    throw cause;
  }
}

/** Where a draft goes. */
export interface Place {
  readonly file: string;
  /** What is there. */
  readonly found: fs.Stats | undefined;
  readonly disk?: { renameSync(from: string, to: string): void };
}

/**
 * Moves a whole draft to its place in one step, with the owner and the mode of the file there.
 *
 * @throws the error of the system, such as `EPERM` where only root may give files away.
 */
export function moveDraft(draft: string, { file, found, disk = fs }: Place): void {
  if (found !== undefined) keepAttributes(draft, found);
  disk.renameSync(draft, file);
}

function keepAttributes(draft: string, { uid, gid, mode }: fs.Stats): void {
  const made = fs.statSync(draft);
  if (made.uid !== uid || made.gid !== gid) fs.chownSync(draft, uid, gid);
  // After changing the owner, which clears some bits.
  fs.chmodSync(draft, mode & 0o7777);
}

function discard(draft: string): void {
  try {
    fs.rmSync(draft, { force: true });
  } catch {
    // It was never written. The caller reports the reason.
  }
}
