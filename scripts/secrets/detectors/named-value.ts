import { isRealValue } from './real-value.js';
import { sensitiveKindOf } from './sensitive-name.js';
import type { Match } from './span.js';

// A name, quoted or not (the quotes may be escaped: JSON inside JSON), then `:` or `=`.
const NAME = /(?<![\w-])([A-Za-z_][\w-]{0,60})(?:\\*["'])?[ \t]{0,8}[:=][ \t]{0,8}(\\*["'])?/g;

/**
 * Values behind a name that says they are secret, in any notation: JSON, broken JSON, YAML, query strings, headers.
 */
export function findNamedValues(text: string): Match[] {
  const found: Match[] = [];
  let covered = 0;
  for (const { 0: shown, 1: name = '', 2: quote = '', index } of text.matchAll(NAME)) {
    // A name inside a value that is masked anyway is not looked at: that keeps the search linear.
    const kind = index < covered ? undefined : sensitiveKindOf(name);
    if (kind === undefined) continue;
    const offset = index + shown.length;
    const length = quote === '' ? lengthOfBare(text, offset) : lengthOfQuoted(text, offset, quote);
    const value = text.slice(offset, offset + length);
    covered = offset + length;
    if (length > 0 && !/^(null|true|false|[[{]+)$/.test(value))
      found.push({ offset, length, kind, isReal: isRealValue(kind, value) });
  }
  return found;
}

function lengthOfQuoted(text: string, offset: number, quote: string): number {
  for (let end = text.indexOf(quote, offset); end !== -1; end = text.indexOf(quote, end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end - offset;
  }
  return text.length - offset;
}

/** To the end of the line, or to what ends a value in flow style and in query strings. */
function lengthOfBare(text: string, offset: number): number {
  const end = /[\r\n,;&"'{}[\]]/g;
  end.lastIndex = offset;
  const stop = end.exec(text)?.index ?? text.length;
  return text.slice(offset, stop).trimEnd().length;
}
