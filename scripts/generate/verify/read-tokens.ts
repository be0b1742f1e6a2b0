type Kind = 'word' | 'string' | 'number' | 'mark';

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
 * The words, strings, numbers and punctuation marks of one text after another, without an object for each: a wide document makes
 * millions. A token that does not exist has no kind, and an empty text.
 */
export class Tokens {
  #source = '';
  #length = 0;
  /** These grow to the longest text, and are used again. */
  readonly #kinds: Kind[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /**
   * Splits TypeScript of the kind that generated files consist of. Gives the offset of the first character that
   * generated code does not have, as in template strings, regular expression literals and escapes in names.
   */
  read(source: string): number | undefined {
    this.#source = source;
    this.#length = 0;
    let at = 0;
    while (at < source.length) {
      while (isPlainBlank(source.charCodeAt(at))) at += 1;
      const first = source.charCodeAt(at);
      const end = plainTokenEnd(source, at);
      if (end === undefined) {
        TOKEN.lastIndex = at;
        const match = TOKEN.exec(source);
        if (match === null) return skipBlank(source, at);
        at = TOKEN.lastIndex;
        const kind = kindOf(match);
        if (kind === undefined) return undefined;
        const start = at - (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').length;
        if (source[start] === '/' && kind === 'mark' && !this.#mayDivide()) return start;
        this.#add(kind, start, at);
      } else {
        this.#add(IS_WHOLE_MARK[first] === 1 ? 'mark' : BEGINS_WORD[first] === 1 ? 'word' : 'string', at, end);
        at = end;
      }
    }
    return undefined;
  }

  get length(): number {
    return this.#length;
  }

  kind(index: number): Kind | undefined {
    return index < this.#length ? this.#kinds[index] : undefined;
  }

  /** Offset in the text. */
  at(index: number): number {
    return this.#starts[index] ?? 0;
  }

  text(index: number): string {
    if (index < 0 || index >= this.#length) return '';
    const start = this.at(index);
    const end = this.#ends[index] ?? start;
    return end === start + 1 ? (this.#source[start] ?? '') : this.#source.slice(start, end);
  }

  is(index: number, text: string): boolean {
    const start = this.at(index);
    return index < this.#length && this.#ends[index] === start + text.length && this.#source.startsWith(text, start);
  }

  #add(kind: Kind, start: number, end: number): void {
    this.#kinds[this.#length] = kind;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  /** Whether a slash is a division here. Else it begins a regular expression, in which quotes and brackets mean something else. */
  #mayDivide(): boolean {
    const before = this.kind(this.#length - 1);
    return before === 'word' || before === 'number' || this.is(this.#length - 1, ')');
  }
}

function isPlainBlank(code: number): boolean {
  return code === 32 || code === 10;
}

/**
 * Finds the end of most tokens, many times faster than the pattern, which reads the others: ASCII words, strings without
 * escapes, single marks.
 */
function plainTokenEnd(text: string, at: number): number | undefined {
  const first = text.charCodeAt(at);
  if (IS_WHOLE_MARK[first] === 1) return at + 1;
  if (first === 34 || first === 39) return plainStringEnd(text, at);
  if (BEGINS_WORD[first] !== 1) return undefined;
  let end = at + 1;
  while (CONTINUES_WORD[text.charCodeAt(end)] === 1) end += 1;
  // A character beyond ASCII may go on with the word.
  return text.charCodeAt(end) >= 128 ? undefined : end;
}

function plainStringEnd(text: string, at: number): number | undefined {
  const quote = text.charCodeAt(at);
  for (let end = at + 1; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === quote) return end + 1;
    if (code === 92 || code === 10 || code === 13) return undefined;
  }
  return undefined;
}

function kindOf([, word, string, number, mark]: RegExpExecArray): Kind | undefined {
  if (word !== undefined) return 'word';
  if (string !== undefined) return 'string';
  if (number !== undefined) return 'number';
  return mark === undefined ? undefined : 'mark';
}

function skipBlank(text: string, from: number): number {
  const blank = new RegExp(BLANK, 'yu');
  blank.lastIndex = from;
  blank.exec(text);
  return blank.lastIndex;
}
