/** Base64: RFC 4648, section 4. No line breaks. */
export function fitsByte(text: string): boolean {
  return text.length % 4 === 0 && /^[a-z0-9+/]*={0,2}$/i.test(text);
}
