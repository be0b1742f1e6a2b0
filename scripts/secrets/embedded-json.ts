import { createLocator } from '../source/locate.js';
import { placedScalars, type PlacedScalar } from './placed-scalars.js';

/**
 * The scalars of JSON that a string holds, such as `custom_data`, with offsets into the string; undefined if it holds
 * none.
 */
export function embeddedScalars(text: string): PlacedScalar[] | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const value = parsed(text);
  if (value === undefined) return undefined;
  return placedScalars({ file: '', syntax: 'json', text, firstLine: 1, value, ...createLocator(text) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
