import { isComposed } from '../json/subschemas.js';
import type { AnySchema } from '../json/schema.js';
import { isMilliseconds } from '../json/unix-seconds.js';

/** Tells whether there may be something to note about a single value. */
export type Suspicion = (value: unknown) => boolean;

/** Puts together what makes values of some schemas worth a note; undefined where nothing ever does. */
export function suspicionOf(schemas: readonly AnySchema[]): Suspicion | undefined {
  // What the schemas say through others is only known with the value at hand.
  if (schemas.some(isComposed)) return () => true;
  const [first, ...others] = schemas.flatMap(suspicionsOf);
  if (first === undefined || others.length === 0) return first;
  return (value) => first(value) || others.some((isSuspect) => isSuspect(value));
}

function suspicionsOf(schema: AnySchema): Suspicion[] {
  if (typeof schema === 'boolean') return [];
  const { format, 'x-extensible-enum': list } = schema;
  return [...(format === 'unixtime' ? [isMilliseconds] : []), ...(Array.isArray(list) ? [notListedIn(list)] : [])];
}

/** Finds values that are missing in an open list. This API writes "" for "none". */
function notListedIn(list: readonly unknown[]): Suspicion {
  const known = new Set(list);
  return (value) => value !== '' && !known.has(value);
}
