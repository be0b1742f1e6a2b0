/** Writes a text the way another is written: in its quotes, or bare. Undefined where it would be read as something else. */
export function inQuotesOf(written: string, text: string): string | undefined {
  const quote = /^["']/.exec(written)?.[0];
  if (quote === undefined)
    return /^[A-Za-z_][\w-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) ? text : undefined;
  if (written.length < 2 || !written.endsWith(quote)) return undefined;
  if (quote === '"') return JSON.stringify(text);
  return /^[^'\p{Cc}]*$/u.test(text) ? `'${text}'` : undefined;
}
