import { maskText } from './mask.js';
import { pointerOf, pointerSegments } from '../json/pointer.js';

/** Masks the names in a JSON Pointer one by one: `/` and `~` inside them are escaped, and would hide what they are. */
export function maskPointer(pointer: string): string {
  return pointerOf(pointerSegments(pointer).map(maskText));
}
