import fs from 'node:fs';

/** Milliseconds to wait for the reader of a full pipe. */
const PAUSE = 5;

/**
 * Writes a whole text to a descriptor, in as many calls as needed: where the descriptor stands, or from an offset in bytes.
 *
 * @throws the error of the system.
 */
export function writeDescriptor(descriptor: number, text: string | Buffer, offset?: number): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      const place = offset === undefined ? null : offset + written;
      written += fs.writeSync(descriptor, bytes, written, bytes.length - written, place);
    } catch (cause) {
      if (errorCode(cause) !== 'EAGAIN') throw cause;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

/** The code of an error of the system, such as `ENOSPC`. */
export function errorCode(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
