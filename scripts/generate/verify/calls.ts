import type { Token } from './read-tokens.js';

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
export function isCalled(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before === undefined) return false;
  if (before.kind === 'word') return !KEYWORDS.has(before.text);
  if (before.text === '>') return typeArguments(tokens, index - 1) !== undefined;
  return before.kind === 'string' || /^([)\]}]|\?\.)$/.test(before.text);
}

/** The text of what such a bracket calls, and the index of its first token. */
export function calleeBefore(
  tokens: readonly Token[],
  index: number,
): { readonly callee: string; readonly first: number } {
  const text = (at: number): string => tokens[at]?.text ?? '';
  let first = index - 1;
  if (text(first) === '>') first = (typeArguments(tokens, first) ?? first) - 1;
  const last = first;
  while (tokens[first]?.kind === 'word' && text(first - 1) === '.') first -= tokens[first - 2]?.kind === 'word' ? 2 : 1;
  const callee = tokens.slice(first, last + 1).map((token) => token.text);
  return { callee: callee.join(''), first };
}

/** Whether generated code may call it; `declared` has what the file declares, and imports from files that are checked too. */
export function isKnownCall(callee: string, declared: ReadonlySet<string>): boolean {
  return GLOBALS.has(callee) || declared.has(callee) || METHODS.some((known) => known.test(callee));
}

/** Says what is wrong with the arguments of `new RegExp`, whose bracket is at an index: they must be literals. */
export function regExpProblem(tokens: readonly Token[], index: number): string | undefined {
  let at = index + 1;
  while (tokens[at]?.kind === 'string' || tokens[at]?.text === ',') at += 1;
  return tokens[index]?.text === '(' && tokens[at]?.text === ')'
    ? undefined
    : 'a regular expression that is no literal';
}

/** Where the type arguments begin that end at an index; undefined when it compares. */
function typeArguments(tokens: readonly Token[], end: number): number | undefined {
  let depth = 0;
  for (let at = end; at >= 0; at -= 1) {
    const { kind, text = '' } = tokens[at] ?? {};
    if (text === '>') depth += 1;
    else if (text === '<') depth -= 1;
    else if (kind === 'mark' && !/^[,.[\]|&]$/.test(text)) return undefined;
    if (depth === 0) return tokens[at - 1]?.kind === 'word' ? at : undefined;
  }
  return undefined;
}
