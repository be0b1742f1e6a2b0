import { readFileSync } from 'node:fs';

import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

import { reasonOf } from '../reason-of.js';
import { UsageError } from '../usage-error.js';

/** A document that was parsed, or where it stops being JSON. */
export type ReadResult =
  | { readonly ok: true; readonly text: string; readonly value: unknown }
  | { readonly ok: false; readonly text: string; readonly message: string; readonly offset: number };

/**
 * Reads a JSON file. A byte order mark is passed over.
 *
 * @throws {UsageError} when the file cannot be read at all.
 */
export function readJson(file: string, shownAs: string): ReadResult {
  const bytes = readBytes(file, shownAs);
  const text = decode(bytes);
  if (text === undefined) return { ok: false, text: '', message: 'the file is not UTF-8', offset: 0 };
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, text, value };
  } catch {
    return { ok: false, text, ...firstSyntaxError(text) };
  }
}

function readBytes(file: string, shownAs: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new UsageError(`cannot read ${shownAs} (${reasonOf(cause)})`, { cause });
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The message of `JSON.parse` quotes the text around the error, which may be secret; this one only names the kind. */
function firstSyntaxError(text: string): { message: string; offset: number } {
  if (text.trim() === '') return { message: 'the file is empty', offset: 0 };
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first === undefined) return { message: 'the file is not JSON', offset: 0 };
  const words = printParseErrorCode(first.error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return { message: `the file is not JSON: ${words}`, offset: first.offset };
}
