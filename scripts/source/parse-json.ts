import { parse, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

import type { ReadDocument } from './document.js';
import { createLocator, positionAt } from './locate.js';
import { tooDeepInJson } from './nesting.js';
import { refusal } from './refusal.js';

/** A text to parse. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** The line of the file at which it begins. */
  readonly firstLine: number;
}

/** Parses one JSON document. */
export function parseJson(source: SourceText): ReadDocument {
  const { file, text, firstLine } = source;
  const deep = tooDeepInJson(text);
  if (deep !== undefined) return refusal(file, 'depth', { position: positionAt(text, deep, firstLine), source });
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, document: { file, syntax: 'json', text, firstLine, value, ...createLocator(text, firstLine) } };
  } catch {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true, allowTrailingComma: false });
    return syntaxRefusal(source, errors[0]);
  }
}

/** Parses one JSON document that may have comments and trailing commas. */
export function parseJsonc(source: SourceText): ReadDocument {
  const { file, text, firstLine } = source;
  const deep = tooDeepInJson(text);
  if (deep !== undefined) return refusal(file, 'depth', { position: positionAt(text, deep, firstLine), source });
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (tree === undefined || errors.length > 0) return syntaxRefusal(source, errors[0]);
  const value = valueOf(tree);
  return { ok: true, document: { file, syntax: 'jsonc', text, firstLine, value, ...createLocator(text, firstLine) } };
}

function syntaxRefusal(source: SourceText, error: ParseError | undefined): ReadDocument {
  const { file, text, firstLine } = source;
  if (text.trim() === '') return refusal(file, 'empty', { position: { line: firstLine, column: 1 } });
  const written = error === undefined ? undefined : writtenAs(source, error);
  const values = error && { error: printParseErrorCode(error.error), ...(written && { written }) };
  const position = positionAt(text, error?.offset ?? 0, firstLine);
  return refusal(file, 'json', { position, ...(values && { values }), source });
}

/** In which other format a text is, if it looks like one: JSON with comments, or one document a line. */
function writtenAs({ text }: SourceText, { error, offset }: ParseError): 'jsonc' | 'ndjson' | undefined {
  const name = printParseErrorCode(error);
  if (name === 'InvalidCommentToken') return 'jsonc';
  if (name !== 'EndOfFileExpected') return undefined;
  const lines = /^[^\n]*\n\s*$/.test(text.slice(0, offset));
  return lines && /^[{[]/.test(text.slice(offset, offset + 1)) ? 'ndjson' : undefined;
}

/** What jsonc-parser itself makes of a tree loses a property named `__proto__`. */
function valueOf({ type, value, children = [] }: Node): unknown {
  if (type === 'array') return children.map(valueOf);
  if (type !== 'object') return value;
  return Object.fromEntries(
    children.map(({ children: [key, member] = [] }) => [String(key?.value), member && valueOf(member)]),
  );
}
