/** A word, string, number or punctuation mark of code. */
export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'mark';
  readonly text: string;
  /** Offset in the text. */
  readonly at: number;
}

const BLANK = String.raw`(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n\r\u2028\u2029]*)*`;
const WORD = String.raw`[\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*`;
// The two patterns are how Ajv escapes a key of a JSON Pointer.
const STRING = String.raw`"(?:[^"\\\n\r]|\\[^])*"|'(?:[^'\\\n\r]|\\[^])*'|\/~\/g|\/\\\/\/g`;
const NUMBER = String.raw`\d[\w.]*(?:(?<=[eE])[+-]\d+)?`;
const MARK = String.raw`=>|[=!]==?|[<>]=|&&|\|\||\?\?|\?\.|\.\.\.|[{}()[\];,<>=!?:.|&+*/%@~^-]`;
const TOKEN = new RegExp(`${BLANK}(?:(${WORD})|(${STRING})|(${NUMBER})|(${MARK})|$)`, 'yu');

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const flags = (pattern: RegExp): Uint8Array => Uint8Array.from(ASCII, (character) => Number(pattern.test(character)));

/** Marks that no longer mark begins with. */
const IS_WHOLE_MARK = flags(/[{}()[\];,:+*%@~^-]/);
const BEGINS_WORD = flags(/[A-Za-z_$#]/);
const CONTINUES_WORD = flags(/[\w$]/);

/**
 * Splits TypeScript of the kind that generated files consist of. Gives the offset of the first character that
 * generated code does not have instead, as in template strings, regular expression literals and escapes in names.
 */
export function readTokens(text: string): readonly Token[] | number {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    while (isPlainBlank(text.charCodeAt(at))) at += 1;
    const plain = plainTokenAt(text, at);
    if (plain !== undefined) {
      tokens.push(plain);
      at += plain.text.length;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const found = match === null ? undefined : tokenOf(match, TOKEN.lastIndex);
    if (found === undefined) return match === null ? skipBlank(text, at) : tokens;
    if (found.text === '/' && !isDivision(tokens.at(-1))) return found.at;
    tokens.push(found);
    at = TOKEN.lastIndex;
  }
  return tokens;
}

function isPlainBlank(code: number): boolean {
  return code === 32 || code === 10;
}

/** Reads most tokens, many times faster than the pattern, which reads the others: ASCII words, strings without escapes, single marks. */
function plainTokenAt(text: string, at: number): Token | undefined {
  const first = text.charCodeAt(at);
  if (IS_WHOLE_MARK[first] === 1) return { kind: 'mark', text: ASCII[first] ?? '', at };
  if (first === 34 || first === 39) return plainStringAt(text, at);
  if (BEGINS_WORD[first] !== 1) return undefined;
  let end = at + 1;
  while (CONTINUES_WORD[text.charCodeAt(end)] === 1) end += 1;
  // A character beyond ASCII may go on with the word.
  return text.charCodeAt(end) >= 128 ? undefined : { kind: 'word', text: text.slice(at, end), at };
}

function plainStringAt(text: string, at: number): Token | undefined {
  const quote = text.charCodeAt(at);
  for (let end = at + 1; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === quote) return { kind: 'string', text: text.slice(at, end + 1), at };
    if (code === 92 || code === 10 || code === 13) return undefined;
  }
  return undefined;
}

function tokenOf([, word, string, number, mark]: RegExpExecArray, end: number): Token | undefined {
  const text = word ?? string ?? number ?? mark;
  if (text === undefined) return undefined;
  const at = end - text.length;
  if (word !== undefined) return { kind: 'word', text, at };
  if (string !== undefined) return { kind: 'string', text, at };
  return { kind: number === undefined ? 'mark' : 'number', text, at };
}

/** Else it begins a regular expression, in which quotes and brackets mean something else. */
function isDivision(before: Token | undefined): boolean {
  return before !== undefined && (before.kind === 'word' || before.kind === 'number' || before.text === ')');
}

function skipBlank(text: string, from: number): number {
  const blank = new RegExp(BLANK, 'yu');
  blank.lastIndex = from;
  blank.exec(text);
  return blank.lastIndex;
}
