import { readFileSync } from 'node:fs';

import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

import { finding } from '../catalogue/finding.js';
import { reasonOf } from '../reason-of.js';
import { UsageError } from '../usage-error.js';
import type { ReadDocument } from './document.js';
import { createLocator, positionAt, type Position } from './locate.js';

/**
 * Reads a JSON file. A byte order mark is passed over.
 *
 * @throws {UsageError} when the file cannot be read at all.
 */
export function readJson(path: string, file: string): ReadDocument {
  const text = decode(readBytes(path, file));
  if (text === undefined) return refused(file, 'the file is not UTF-8', { line: 1, column: 1 });
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, document: { file, text, firstLine: 1, value, locate: createLocator(text) } };
  } catch {
    const { problem, offset } = firstSyntaxError(text);
    return refused(file, problem, positionAt(text, offset));
  }
}

function refused(file: string, problem: string, position: Position): ReadDocument {
  return { ok: false, diagnostic: finding('fixture/syntax', { file, pointer: '', ...position }, { problem }) };
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
function firstSyntaxError(text: string): { problem: string; offset: number } {
  if (text.trim() === '') return { problem: 'the file is empty', offset: 0 };
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first === undefined) return { problem: 'the file is not JSON', offset: 0 };
  const words = printParseErrorCode(first.error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return { problem: `the file is not JSON: ${words}`, offset: first.offset };
}
