import { isUtf8 } from 'node:buffer';

import type { ReadDocument } from '../source/document.js';
import { positionAt } from '../source/locate.js';
import type { SourceText } from '../source/parse-json.js';
import { parseText, type Format } from '../source/read-text.js';
import { refusal } from '../source/refusal.js';

/** The text of some bytes, or the reason why they are not text, with the text before the first invalid byte. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: 'utf8' | 'utf16'; readonly offset: number; readonly before: string };

/** Decodes UTF-8. A byte order mark is skipped, but offsets count it. */
export function decodeUtf8(bytes: Buffer): Decoded {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (isUtf8(bytes)) return { ok: true, text: bytes.toString('utf8', start) };
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { ok: false, problem: 'utf16', offset: 0, before: '' };
  const offset = firstWrongByte(bytes);
  return { ok: false, problem: 'utf8', offset, before: bytes.toString('utf8', start, offset) };
}

/** Invalid bytes are decoded as U+FFFD. The first one that is not in the bytes themselves marks the invalid byte. */
function firstWrongByte(bytes: Buffer): number {
  const text = bytes.toString('utf8');
  let [offset, counted] = [0, 0];
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) {
    offset += Buffer.byteLength(text.slice(counted, at));
    counted = at;
    const isWritten = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!isWritten) return offset;
  }
  return offset;
}

/** Parses the documents in the bytes of a file, or of one line of NDJSON. */
export function readBytes(
  bytes: Buffer,
  { file, firstLine }: Omit<SourceText, 'text'>,
  format: Format,
): ReadDocument[] {
  const decoded = decodeUtf8(bytes);
  if (decoded.ok) return parseText({ file, firstLine, text: decoded.text }, format);
  const position = positionAt(decoded.before, decoded.before.length, firstLine);
  return [refusal(file, decoded.problem, { position, values: { offset: String(decoded.offset) } })];
}
