import { calleeBefore, isCalled, isKnownCall, regExpProblem } from './calls.js';
import type { Tokens } from './read-tokens.js';

/** Something that generated code must not contain, and its offset. */
export interface CodeProblem {
  readonly what: string;
  readonly at: number;
}

/** Words that a statement at the top of a generated file may begin with: declarations, never something that runs. */
const STATEMENTS = new Set(['class', 'const', 'function', 'import', 'interface', 'type']);
const MODIFIERS = new Set(['abstract', 'async', 'export', 'get', 'private', 'readonly', 'set', 'static']);
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const OWN_MODULE = /^'(\.\.?\/[^'"]+\.js|iamport-kit\/core)'$/;
/** Ajv notes on a validator which properties it has seen, where a spec uses `unevaluatedProperties`. */
const EVALUATED = /^validate\d+$/;

interface Bracket {
  readonly text: string;
  /** Offset in the text. */
  readonly at: number;
  /** Whether it is the body of a function, which runs only when the function is called. */
  readonly isBody: boolean;
}

/** Reads the tokens of one file from the first to the last. */
export class CodeCheck {
  readonly #tokens: Tokens;
  readonly #open: Bracket[] = [];
  /** How many brackets were open at each arrow whose body has not ended. */
  readonly #arrows: number[] = [];
  readonly #declared = new Set<string>();
  /** What is called, and where first. */
  readonly #called = new Map<string, number>();
  /** The keyword of the current statement; empty between statements. */
  #statement = '';

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** Finds the first problem. */
  run(): CodeProblem | undefined {
    const { length } = this.#tokens;
    for (let index = 0; index < length; index += 1) {
      const what = this.#read(index);
      if (what !== undefined) return { what, at: this.#tokens.at(index) };
    }
    const open = this.#open.at(-1);
    if (open !== undefined) return { what: `an unfinished ${open.text}`, at: open.at };
    if (this.#statement !== '') return { what: `an unfinished ${this.#statement}`, at: this.#tokens.at(length - 1) };
    const unknown = [...this.#called].find(([callee]) => !isKnownCall(callee, this.#declared));
    return unknown && { what: `a call to ${unknown[0]}`, at: unknown[1] };
  }

  #read(index: number): string | undefined {
    if (this.#statement === '') {
      const what = this.#begin(index);
      if (what !== undefined) return what;
    }
    switch (this.#tokens.kind(index)) {
      case 'mark':
        return this.#readMark(index);
      case 'string':
        return this.#moduleProblem(index);
      case 'word':
        return this.#readWord(index);
      default:
        return undefined;
    }
  }

  #begin(index: number): string | undefined {
    let at = index;
    while (MODIFIERS.has(this.#text(at))) at += 1;
    const word = this.#text(at);
    if (STATEMENTS.has(word)) {
      // `export type { … }` is not a declaration.
      this.#statement = word === 'type' && /^[{*]$/.test(this.#text(at + 1)) ? 'export' : word;
      this.#declared.add(this.#text(at + 1));
    } else if (this.#text(index) === 'export' && /^[{*]$/.test(word)) this.#statement = 'export';
    else if (EVALUATED.test(word) && this.#text(at + 2) === 'evaluated') this.#statement = 'const';
    else return `a statement that begins with ${this.#text(index)}`;
    return undefined;
  }

  #readMark(index: number): string | undefined {
    const text = this.#text(index);
    switch (text) {
      case '(':
      case '[':
      case '{':
        if (text === '{' && this.#tokens.is(index - 1, 'static')) return 'a static block';
        this.#open.push({ text, at: this.#tokens.at(index), isBody: this.#beginsBody(index) });
        return text === '(' && this.#isCode() ? this.#callProblem(index) : undefined;
      case ')':
      case ']':
      case '}':
        return this.#close(text, index);
      case '=>':
        this.#arrows.push(this.#open.length);
        return undefined;
      case ',':
      case ';':
      case '=':
        if (this.#arrows.length > 0 && this.#arrows.at(-1) === this.#open.length) this.#arrows.pop();
        if (text === ';' && this.#open.length === 0) this.#statement = '';
        return undefined;
      default:
        return undefined;
    }
  }

  #close(text: string, index: number): string | undefined {
    const opened = this.#open.pop();
    if (opened === undefined || CLOSING[opened.text] !== text) return `an unexpected ${text}`;
    while ((this.#arrows.at(-1) ?? 0) > this.#open.length) this.#arrows.pop();
    const isEnd = text === '}' && this.#open.length === 0 && /^(class|function|interface)$/.test(this.#statement);
    if (isEnd && this.#text(index + 1) !== '{') this.#statement = '';
    return undefined;
  }

  /** Of a function at the top, or of a method. */
  #beginsBody(index: number): boolean {
    if (this.#text(index) !== '{') return false;
    if (this.#statement === 'function') return this.#open.length === 0;
    return this.#statement === 'class' && this.#open.length === 1 && this.#text(index - 1) !== '=';
  }

  #readWord(index: number): string | undefined {
    if (this.#statement === 'import') this.#declared.add(this.#text(index));
    if (!this.#isCode()) return undefined;
    if (this.#tokens.is(index, 'import') && this.#tokens.is(index + 1, '(')) {
      const from = this.#text(index + 2);
      return OWN_MODULE.test(from) ? undefined : `an import from ${from}`;
    }
    if (!this.#tokens.is(index, 'new')) return undefined;
    const name = this.#text(index + 1);
    if (name === 'RegExp') return regExpProblem(this.#tokens, index + 2);
    return this.#isInFunction() && !['Function', 'Proxy', 'Worker'].includes(name) ? undefined : `new ${name}`;
  }

  #moduleProblem(index: number): string | undefined {
    if (!['import', 'export'].includes(this.#statement)) return undefined;
    const text = this.#text(index);
    const before = this.#text(index - 1);
    const isSpecifier = before === 'from' || (before === 'import' && this.#open.length === 0);
    return !isSpecifier || OWN_MODULE.test(text) ? undefined : `an import from ${text}`;
  }

  #callProblem(index: number): string | undefined {
    if (!isCalled(this.#tokens, index)) return undefined;
    const { callee, first } = calleeBefore(this.#tokens, index);
    const before = this.#text(first - 1);
    if (before === 'new' || before === 'function' || callee === 'import') return undefined;
    const isInClass = this.#statement === 'class' && this.#open.length === 2 && this.#open[0]?.text === '{';
    if (isInClass && (/^[{};]$/.test(before) || MODIFIERS.has(before))) return undefined;
    // Between the name of a function and its parameters.
    if (this.#statement === 'function' && this.#open.length === 1 && this.#declared.has(callee)) return undefined;
    if (!this.#isInFunction()) return `a call that runs on import: ${callee}`;
    if (!this.#called.has(callee)) this.#called.set(callee, this.#tokens.at(first));
    return undefined;
  }

  /** Whether the present statement contains more than types. */
  #isCode(): boolean {
    return this.#statement === 'const' || this.#statement === 'function' || this.#statement === 'class';
  }

  #isInFunction(): boolean {
    return this.#arrows.length > 0 || this.#open.some(({ isBody }) => isBody);
  }

  #text(index: number): string {
    return this.#tokens.text(index);
  }
}
