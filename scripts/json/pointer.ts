/** The keys of a JSON Pointer (RFC 6901), unescaped; none for the whole document. */
export function pointerSegments(pointer: string): string[] {
  return pointer.split('/').slice(1).map(unescapeKey);
}

/** The keys of a JSON Pointer in a URI fragment such as `#/components/schemas/A%20b`: its percent-encoding is undone too. */
export function fragmentSegments(fragment: string): string[] {
  return fragment.split('/').slice(1).map(unescapePointer);
}

/** Writes keys as a JSON Pointer; `''` for none. */
export function pointerOf(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapePointer(String(segment))}`).join('');
}

/** The pointer to a property or an item of what a pointer leads to. */
export function childPointer(pointer: string, key: string | number): string {
  // Most keys need no escaping, and validators build many pointers.
  return `${pointer}/${typeof key === 'string' && /[~/]/.test(key) ? escapePointer(key) : key}`;
}

/** The pointer to the object or array that holds what a pointer leads to. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** The last key of a pointer, unescaped; `''` for the whole document. */
export function lastKeyOf(pointer: string): string {
  return pointerSegments(pointer).at(-1) ?? '';
}

/** How messages name a location: the property, or the array and the index (`items[2]`); `''` for the whole document. */
export function nameOf(pointer: string): string {
  const segments = pointerSegments(pointer);
  const indexes = /(?:\/\d+)*$/.exec(pointer)?.[0].split('/').slice(1) ?? [];
  const name = segments.at(-1 - indexes.length) ?? '';
  return name + indexes.map((index) => `[${index}]`).join('');
}

/** A property or an item of a JSON value; undefined for one that is not its own. */
export function memberOf(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) && !/^(?:0|[1-9]\d*)$/.test(String(key))) return undefined;
  if (!Object.hasOwn(value, key)) return undefined;
  // An own property of parsed JSON.
  return (value as Readonly<Record<string | number, unknown>>)[key];
}

/** What keys lead to from a JSON value; undefined where one leads nowhere. */
export function valueAt(root: unknown, segments: readonly (string | number)[]): unknown {
  return segments.reduce(memberOf, root);
}

/** What a reference inside a document leads to (`#`, `#/$defs/A`); undefined for any other reference. */
export function valueAtReference(root: unknown, reference: string): unknown {
  if (reference === '#') return root;
  return reference.startsWith('#/') ? valueAt(root, fragmentSegments(reference)) : undefined;
}

/** Escapes one key for a JSON Pointer. */
export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The reverse of {@link escapePointer} for a key in a URI fragment; percent-encoding is undone too. */
export function unescapePointer(segment: string): string {
  return unescapeKey(decodeFragment(segment));
}

function unescapeKey(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Undoes percent-encoding; a text that is no such encoding is returned as it is. */
export function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
