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
