import { memoize } from './memoize.js';

/** Whether a text is a JavaScript regular expression, with the flag `u` as JSON Schema requires or in the older grammar. */
export function isRegExp(pattern: string): boolean {
  return isUnicodeRegExp(pattern) || compiles(pattern, '');
}

/** Whether a regular expression is also valid with the flag `u`, where an escape such as `\-` is an error. */
export function isUnicodeRegExp(pattern: string): boolean {
  return compiles(pattern, 'u');
}

function compiles(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Whether a text matches a `pattern`; an invalid pattern accepts everything. */
export function matches(pattern: string, text: string): boolean {
  return compiled(pattern)?.test(text) ?? true;
}

// More than a document has; a program with an unlimited number of them must not fill the memory.
const MOST_PATTERNS = 1000;

const compiled = memoize(
  (pattern: string) => (isUnicodeRegExp(pattern) ? new RegExp(pattern, 'u') : undefined),
  MOST_PATTERNS,
);
