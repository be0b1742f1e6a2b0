import { escapePointer } from '../json/schema.js';
import { pointerSegments } from '../json/pointer.js';
import { maskText } from './mask.js';

/** Masks the names in a JSON Pointer one by one: `/` and `~` inside them are escaped, and would hide what they are. */
export function maskPointer(pointer: string): string {
  return pointerSegments(pointer)
    .map((segment) => `/${escapePointer(maskText(segment))}`)
    .join('');
}
