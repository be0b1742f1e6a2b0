import fs from 'node:fs';

import { writeDescriptor } from './write-descriptor.js';

/**
 * Writes a whole text to an existing file in place, so that its hard links, its mode and its owner stay. A regular file that
 * the disk has no space for gets its old content back. Pipes and devices are written to directly.
 *
 * @throws the error of the system.
 */
export function overwriteFile(file: string, text: string | Buffer): void {
  const before = fs.statSync(file).isFile() ? fs.readFileSync(file) : undefined;
  const descriptor = fs.openSync(file, fs.constants.O_WRONLY);
  try {
    if (before === undefined) writeDescriptor(descriptor, text);
    else writeAll(descriptor, Buffer.from(text), before);
  } finally {
    fs.closeSync(descriptor);
  }
}

function writeAll(descriptor: number, after: Buffer, before: Buffer): void {
  try {
    writeDescriptor(descriptor, after, 0);
    fs.ftruncateSync(descriptor, after.length);
  } catch (cause) {
    // It still has the space for the old content.
    writeDescriptor(descriptor, before, 0);
    fs.ftruncateSync(descriptor, before.length);
    throw cause;
  }
}
