/** The keys of a JSON Pointer (RFC 6901), unescaped; none for the whole value. */
export function pointerKeys(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer to a property or an item of what a pointer leads to. */
export function childPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** What a pointer leads to; undefined where a key is not a property of its own. */
export function valueAt(root: unknown, pointer: string): unknown {
  return pointerKeys(pointer).reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    // An object with the property, or an array with the item.
    return (value as Readonly<Record<string, unknown>>)[key];
  }, root);
}
