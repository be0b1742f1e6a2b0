/** Tells whether a text is a regular expression of JavaScript, as JSON Schema wants it (`u`) or in the older grammar. */
export function isRegExp(pattern: string): boolean {
  return isUnicodeRegExp(pattern) || compiles(pattern, '');
}

/** Tells whether a regular expression is one under the flag `u` too, where an escape such as `\-` is a mistake. */
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
