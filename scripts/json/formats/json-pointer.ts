/** `/items/0`: RFC 6901. */
export function fitsJsonPointer(text: string): boolean {
  return (text === '' || text.startsWith('/')) && !/~(?![01])/.test(text);
}
