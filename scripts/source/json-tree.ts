import type { Span } from './span.js';

/** A value of a JSON or YAML text, and its span. */
export interface JsonNode extends Span {
  readonly kind: 'object' | 'array' | 'scalar';
  length: number;
  /** The property whose value it is. */
  readonly key: JsonKey | undefined;
  /** Items and the values of properties, in the order of the text; also those under a key that is repeated. */
  readonly children: JsonNode[];
  /** What a scalar of YAML says; that of a JSON text is in the text. */
  readonly value?: unknown;
}

/** The name of a property, and its span, quotes included. */
export interface JsonKey extends Span {
  readonly name: string;
}

const [QUOTE, BACKSLASH, SLASH, STAR, COLON] = [0x22, 0x5c, 0x2f, 0x2a, 0x3a];
const [OPEN_ARRAY, OPEN_OBJECT, CLOSE_ARRAY, CLOSE_OBJECT] = [0x5b, 0x7b, 0x5d, 0x7d];

/**
 * Finds the spans of all values in a JSON text that is known to parse; comments and trailing commas may be in it. It only
 * looks for the ends of values, which takes a tenth of the time of a parser. Undefined for a text without a value.
 */
export function readTree(text: string): JsonNode | undefined {
  const open: JsonNode[] = [];
  let root: JsonNode | undefined;
  let key: JsonKey | undefined;
  for (let offset = skipBlank(text, 0); offset < text.length; offset = skipBlank(text, offset)) {
    const code = text.charCodeAt(offset);
    if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) {
      close(open, (offset += 1));
      continue;
    }
    const end = isOpening(code) ? offset + 1 : endOfScalar(text, offset);
    const colon = code === QUOTE && open.at(-1)?.kind === 'object' && key === undefined ? end : undefined;
    if (colon !== undefined) key = { name: unquote(text, offset, end), offset, length: end - offset };
    else {
      const children = isOpening(code) ? [] : NO_CHILDREN;
      const node: JsonNode = { kind: kindOf(code), offset, length: end - offset, key, children };
      key = undefined;
      if (root === undefined) root = node;
      else open.at(-1)?.children.push(node);
      if (isOpening(code)) open.push(node);
    }
    offset = end;
  }
  return root;
}

// Shared by all scalars: a large file has tens of thousands.
const NO_CHILDREN: JsonNode[] = [];

/** The value of a string, unescaped; the text of any other scalar as written. */
export function scalarText(text: string, { offset, length }: Span): string {
  return text.charCodeAt(offset) === QUOTE
    ? unquote(text, offset, offset + length)
    : text.slice(offset, offset + length);
}

function close(open: JsonNode[], end: number): void {
  const node = open.pop();
  if (node !== undefined) node.length = end - node.offset;
}

function kindOf(code: number): JsonNode['kind'] {
  if (code === OPEN_OBJECT) return 'object';
  return code === OPEN_ARRAY ? 'array' : 'scalar';
}

function isOpening(code: number): boolean {
  return code === OPEN_OBJECT || code === OPEN_ARRAY;
}

function unquote(text: string, offset: number, end: number): string {
  const quoted = text.slice(offset, end);
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}

/** Passes over whitespace, commas, colons and comments. */
function skipBlank(text: string, start: number): number {
  let offset = start;
  for (; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === SLASH) offset = endOfComment(text, offset) - 1;
    else if (!isBlank(code)) break;
  }
  return offset;
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0x2c || code === COLON || code === 0xfeff;
}

function endOfComment(text: string, start: number): number {
  const isBlock = text.charCodeAt(start + 1) === STAR;
  const end = text.indexOf(isBlock ? '*/' : '\n', start + 2);
  return end === -1 ? text.length : end + (isBlock ? 2 : 0);
}

function endOfScalar(text: string, offset: number): number {
  return text.charCodeAt(offset) === QUOTE ? endOfString(text, offset) : endOfWord(text, offset);
}

/** Where the string that begins at an offset ends, behind its last quote. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
}

/** Of a number, `true`, `false` and `null`. */
function endOfWord(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (isBlank(code) || code === SLASH || code === CLOSE_ARRAY || code === CLOSE_OBJECT) break;
  }
  return end;
}
