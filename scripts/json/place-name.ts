import { pointerSegments } from './pointer.js';

/** The name people know a place by: the property, or the array and the index; `''` for the whole document. */
export function nameOf(pointer: string): string {
  const segments = pointerSegments(pointer);
  const indexes = /(?:\/\d+)*$/.exec(pointer)?.[0].split('/').slice(1) ?? [];
  const name = segments.at(-1 - indexes.length) ?? '';
  return name + indexes.map((index) => `[${index}]`).join('');
}

/** The place of the object or array that holds a place. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** The last key of a pointer, as it is written in the document. */
export function lastKeyOf(pointer: string): string {
  return pointerSegments(pointer).at(-1) ?? '';
}
