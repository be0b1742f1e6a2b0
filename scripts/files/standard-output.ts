import fs from 'node:fs';

import { reasonOf } from './reason-of.js';
import { writeDescriptor } from './write-descriptor.js';
import { UsageError } from '../messages/usage-error.js';

/**
 * Prints a text.
 *
 * @throws {UsageError} when standard output is a file or a device that does not accept all of it.
 */
export function printText(text: string): void {
  const { fd } = process.stdout;
  try {
    // Node's file stream does not notice if only part of a text was written.
    if (isFileOrDevice(fd)) writeDescriptor(fd, text);
    else process.stdout.write(text);
  } catch (cause) {
    throw new UsageError('stdout-unwritable', { reason: reasonOf(cause) }, { cause });
  }
}

function isFileOrDevice(descriptor: number): boolean {
  const found = fs.fstatSync(descriptor);
  return found.isFile() || (found.isCharacterDevice() && !process.stdout.isTTY);
}
