import type { Tokens } from './read-tokens.js';

/** Functions of the language that generated code may call: none of them executes its arguments. */
const GLOBALS = new Set(['isFinite', 'isNaN', 'parseInt']);

/** The same of methods; `func0` and `pattern0` are constants of Ajv. */
const METHODS = [
  /^(Array\.isArray|JSON\.stringify|Number\.isInteger|Object\.(assign|hasOwn|keys))$/,
  /^(this\.#client\.call|pattern\d+\.test|func\d+\.call)$/,
  /\.(charCodeAt|concat|every|filter|includes|indexOf|join|map|push|replace|slice|toLowerCase)$/,
];

/** Words that a bracket may follow without being called. */
const KEYWORDS = new Set(
  'async await case catch do else for function if in instanceof of return switch typeof void while'.split(' '),
);

/** Whether the round bracket at an index calls what is before it. */
export function isCalled(tokens: Tokens, index: number): boolean {
  const kind = tokens.kind(index - 1);
  const text = tokens.text(index - 1);
  if (kind === 'word') return !KEYWORDS.has(text);
  if (text === '>') return typeArguments(tokens, index - 1) !== undefined;
  return kind === 'string' || /^([)\]}]|\?\.)$/.test(text);
}

/** The text of what such a bracket calls, and the index of its first token. */
export function calleeBefore(tokens: Tokens, index: number): { readonly callee: string; readonly first: number } {
  let first = index - 1;
  if (tokens.is(first, '>')) first = (typeArguments(tokens, first) ?? first) - 1;
  const last = first;
  while (tokens.kind(first) === 'word' && tokens.is(first - 1, '.')) first -= tokens.kind(first - 2) === 'word' ? 2 : 1;
  let callee = '';
  for (let at = first; at <= last; at += 1) callee += tokens.text(at);
  return { callee, first };
}

/** Whether generated code may call it; `declared` has what the file declares, and imports from files that are checked too. */
export function isKnownCall(callee: string, declared: ReadonlySet<string>): boolean {
  return GLOBALS.has(callee) || declared.has(callee) || METHODS.some((known) => known.test(callee));
}

/** Says what is wrong with the arguments of `new RegExp`, whose bracket is at an index: they must be literals. */
export function regExpProblem(tokens: Tokens, index: number): string | undefined {
  let at = index + 1;
  while (tokens.kind(at) === 'string' || tokens.is(at, ',')) at += 1;
  return tokens.is(index, '(') && tokens.is(at, ')') ? undefined : 'a regular expression that is no literal';
}

/** Where the type arguments begin that end at an index; undefined when it compares. */
function typeArguments(tokens: Tokens, end: number): number | undefined {
  let depth = 0;
  for (let at = end; at >= 0; at -= 1) {
    const text = tokens.text(at);
    if (text === '>') depth += 1;
    else if (text === '<') depth -= 1;
    else if (tokens.kind(at) === 'mark' && !/^[,.[\]|&]$/.test(text)) return undefined;
    if (depth === 0) return tokens.kind(at - 1) === 'word' ? at : undefined;
  }
  return undefined;
}
