import { pointerSegments } from '../pointer.js';

/** The name people know a place by: the property, or the array and the index; `''` for the whole document. */
export function nameOf(pointer: string): string {
  const segments = pointerSegments(pointer);
  const last = segments.at(-1);
  if (last === undefined) return '';
  return /^\d+$/.test(last) && segments.length > 1 ? `${segments.at(-2) ?? ''}[${last}]` : last;
}

/** The place of the object or array that holds a place. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** The last key of a pointer, as it is written in the document. */
export function lastKeyOf(pointer: string): string {
  return pointerSegments(pointer).at(-1) ?? '';
}
