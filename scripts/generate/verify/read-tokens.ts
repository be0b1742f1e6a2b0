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

/**
 * Splits TypeScript of the kind that generated files consist of. Gives the offset of the first character that
 * generated code does not have instead, as in template strings, regular expression literals and escapes in names.
 */
export function readTokens(text: string): readonly Token[] | number {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
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
