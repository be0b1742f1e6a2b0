/** Writes a word the way another stands there: in its quotes, or bare. Undefined where a bare one would be read otherwise. */
export function inQuotesOf(written: string, word: string): string | undefined {
  if (!/^[\w-]+$/.test(word)) return undefined;
  const quote = /^["']/.exec(written)?.[0];
  if (quote !== undefined) return written.length > 1 && written.endsWith(quote) ? quote + word + quote : undefined;
  const isBareText = /^[A-Za-z_]/.test(word) && !/^(true|false|null|yes|no|on|off)$/i.test(word);
  return isBareText ? word : undefined;
}
