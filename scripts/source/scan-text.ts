import { childPointer } from '../json/pointer.js';

/** A key or a number as it is written in a JSON text. */
export interface Token {
  readonly kind: 'key' | 'number';
  readonly pointer: string;
  /** The object or array it stands in: each that is opened has another. */
  readonly container: object | undefined;
  readonly offset: number;
  /** In UTF-16 code units. */
  readonly length: number;
}

interface Container {
  readonly pointer: string;
  /** The next index of an array; undefined in an object. */
  index: number | undefined;
  /** Key of the value to come. */
  key: string;
}

/**
 * Lists the keys and numbers of a JSON text, which parsing forgets: a key that is written twice, the digits of a number.
 * Comments are passed over. The text is known to parse; at anything that is not JSON (YAML, say) the list ends.
 */
export function scanText(text: string): Token[] {
  const tokens: Token[] = [];
  const open: Container[] = [];
  let offset = 0;
  while (offset < text.length) {
    const end = endOfToken(text, offset);
    if (end === undefined) return tokens;
    const token = text[offset] ?? '';
    if (token === '"') readString({ text, offset, end }, open, tokens);
    else if (token === '{' || token === '[')
      open.push({ pointer: placeIn(open.at(-1)), index: token === '[' ? 0 : undefined, key: '' });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',') advance(open.at(-1));
    else if (/[-\d]/.test(token)) tokens.push(tokenAt('number', { text, offset, end }, open.at(-1)));
    offset = end;
  }
  return tokens;
}

interface Span {
  readonly text: string;
  readonly offset: number;
  readonly end: number;
}

function readString({ text, offset, end }: Span, open: readonly Container[], tokens: Token[]): void {
  const container = open.at(-1);
  if (container === undefined || container.index !== undefined) return;
  if (matchEnd(COLON, text, end) === undefined) return;
  container.key = unquote(text.slice(offset, end));
  tokens.push(tokenAt('key', { text, offset, end }, container));
}

function tokenAt(kind: Token['kind'], { offset, end }: Span, container: Container | undefined): Token {
  return { kind, pointer: placeIn(container), container, offset, length: end - offset };
}

function placeIn(container: Container | undefined): string {
  if (container === undefined) return '';
  return childPointer(container.pointer, container.index ?? container.key);
}

function advance(container: Container | undefined): void {
  if (container?.index !== undefined) container.index += 1;
}

function unquote(quoted: string): string {
  const value: unknown = quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
  return String(value);
}

// Sticky patterns are set to their place before every use.
const COLON = /\s*:/y;
const SPACE = /[\s:\ufeff]+/y;
const WORD = /true|false|null|-?\d[\d.eE+-]*|\/\/[^\n]*/y;

/** Where the token that begins at an offset ends; undefined when there is none of JSON's. */
function endOfToken(text: string, offset: number): number | undefined {
  const first = text[offset] ?? '';
  if ('{}[],'.includes(first)) return offset + 1;
  if (first === '"') return endOfString(text, offset);
  if (text.startsWith('/*', offset)) return endAfter(text, '*/', offset + 2);
  return matchEnd(SPACE, text, offset) ?? matchEnd(WORD, text, offset);
}

/** Goes from quote to quote: a regular expression would keep a state for every letter of a text of many megabytes. */
function endOfString(text: string, start: number): number | undefined {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return undefined;
}

function endAfter(text: string, mark: string, from: number): number | undefined {
  const found = text.indexOf(mark, from);
  return found === -1 ? undefined : found + mark.length;
}

function matchEnd(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
