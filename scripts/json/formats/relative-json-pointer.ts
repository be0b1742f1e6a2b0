import { fitsJsonPointer } from './json-pointer.js';

/** `1/items` and `0#` */
export function fitsRelativeJsonPointer(text: string): boolean {
  const [steps = ''] = /^(?:0|[1-9]\d*)/.exec(text) ?? [];
  const rest = text.slice(steps.length);
  return steps !== '' && (rest === '#' || fitsJsonPointer(rest));
}
