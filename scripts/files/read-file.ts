import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

import type { ShownFile } from './display-path.js';
import { reasonOf } from './reason-of.js';
import type { ReadDocument } from '../source/document.js';
import { createLineCutter, type Line } from './cut-lines.js';
import { readBytes } from './read-bytes.js';
import { formatOf, parseText, type Format } from '../source/read-text.js';
import { refusal } from '../source/refusal.js';
import { unreadable } from './unreadable.js';

const CHUNK_BYTES = 1 << 20;

// Reused, because Node would make a new object from the short form for each file.
const AS_TEXT = { encoding: 'utf8', flag: 'r' } as const;

/**
 * Reads the documents of a file, or the reason why one cannot be read. Files with an unknown extension are read as JSON.
 * NDJSON is read in chunks: only a chunk and a line are in memory.
 */
export function* readFile(file: string, shownAs: string): Generator<ReadDocument> {
  const format = formatOf(shownAs) ?? 'json';
  try {
    if (format === 'ndjson') yield* readLines(file, shownAs);
    else yield* readWhole({ file, shownAs }, format);
  } catch (cause) {
    yield refused(shownAs, cause);
  }
}

function readWhole({ file, shownAs }: ShownFile, format: Format): ReadDocument[] {
  const text = readFileSync(file, AS_TEXT);
  // Node reads text twice as fast as bytes. The bytes are needed only if the text has U+FFFD, which stands for invalid UTF-8.
  if (text.includes('\ufffd')) return readBytes(readFileSync(file), { file: shownAs, firstLine: 1 }, format);
  return parseText({ file: shownAs, firstLine: 1, text: text.startsWith('\ufeff') ? text.slice(1) : text }, format);
}

/** The same for a stream. The extension of `shownAs` gives the format. */
export async function* readStream(
  stream: AsyncIterable<Buffer> | Iterable<Buffer>,
  shownAs: string,
): AsyncGenerator<ReadDocument> {
  const format = formatOf(shownAs) ?? 'json';
  try {
    if (format === 'ndjson') yield* streamLines(stream, shownAs);
    else yield* readBytes(await collect(stream), { file: shownAs, firstLine: 1 }, format);
  } catch (cause) {
    yield refused(shownAs, cause);
  }
}

async function* streamLines(
  stream: AsyncIterable<Buffer> | Iterable<Buffer>,
  shownAs: string,
): AsyncGenerator<ReadDocument> {
  const cutter = createLineCutter();
  for await (const chunk of stream) for (const line of cutter.cut(chunk)) yield* readLine(line, shownAs);
  for (const line of cutter.end()) yield* readLine(line, shownAs);
}

async function collect(stream: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function* readLines(file: string, shownAs: string): Generator<ReadDocument> {
  const descriptor = openSync(file, 'r');
  try {
    const cutter = createLineCutter();
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk))
      for (const line of cutter.cut(chunk.subarray(0, size))) yield* readLine(line, shownAs);
    for (const line of cutter.end()) yield* readLine(line, shownAs);
  } finally {
    closeSync(descriptor);
  }
}

function readLine({ bytes, number, tooLong }: Line, file: string): ReadDocument[] {
  if (tooLong === undefined) return readBytes(bytes, { file, firstLine: number }, 'json');
  return [refusal(file, 'line', { position: { line: number, column: 1 }, values: { limit: String(tooLong) } })];
}

function refused(shownAs: string, cause: unknown): ReadDocument {
  return { ok: false, diagnostic: unreadable(shownAs, reasonOf(cause)) };
}
