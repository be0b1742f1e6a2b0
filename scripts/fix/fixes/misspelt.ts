import { pointerSegments, valueAt } from '../../json/pointer.js';
import { isObject } from '../../json/schema.js';
import type { FactsOf } from '../../messages/catalogue.js';
import { editDistance } from '../../messages/did-you-mean.js';
import type { Suggested } from '../../messages/fixture-words.js';
import { walkSchema } from '../../secrets/schema-position.js';
import { rewritten, type Fix } from './fix.js';

/** `"payed"` becomes `"paid"`, where no other member of the list is near. */
export const writeMember: Fix<FactsOf<'fixture/enum'>> = ({ suggestion, allowed }, context) => {
  const value = valueAt(context.document.value, pointerSegments(context.pointer));
  const members = allowed.filter((member) => typeof member === 'string');
  if (suggestion === undefined || typeof value !== 'string' || !isOnlyNear(value, suggestion, members)) return [];
  return rewritten(context, 'value', (written) => inQuotesOf(written, suggestion));
};

/** `"stats"` becomes `"status"` where that is missing, no other property is near, and nothing else could become it. */
export const renameKey: Fix<Suggested> = ({ suggestion }, context) => {
  const segments = pointerSegments(context.pointer);
  const key = segments.pop();
  const parent = valueAt(context.document.value, segments);
  if (suggestion === undefined || key === undefined || !isObject(parent) || Object.hasOwn(parent, suggestion))
    return [];
  const names = namesAt(context.schema, segments);
  const known = names.filter((name) => !Object.hasOwn(parent, name));
  const rivals = Object.keys(parent).filter((name) => name !== key && !names.includes(name));
  const isContested = rivals.some((rival) => isOnlyNear(rival, suggestion, known));
  if (isContested || !isOnlyNear(key, suggestion, known)) return [];
  return rewritten(context, 'key', (written) => inQuotesOf(written, suggestion));
};

/** Names that the schema knows for the object at a place. */
function namesAt(schema: unknown, segments: readonly string[]): string[] {
  const walk = walkSchema(schema);
  const position = segments.reduce(
    (parent, segment) => walk.child(parent, /^\d+$/.test(segment) ? Number(segment) : segment),
    walk.root,
  );
  return position.schemas.flatMap(({ properties }) => Object.keys(properties ?? {}));
}

// By how many edits every other name that is near must be further away.
const MARGIN = 2;

/** Tells whether a misspelt name is near one that is known, and clearly nearer to it than to any other. */
function isOnlyNear(written: string, suggestion: string, known: readonly string[]): boolean {
  const distanceTo = (name: string): number => editDistance(written.toLowerCase(), name.toLowerCase());
  const limit = Math.max(1, Math.floor(0.4 * written.length));
  const distance = distanceTo(suggestion);
  const rivals = known.filter((name) => name !== suggestion);
  return distance <= limit && rivals.every((name) => distanceTo(name) > Math.min(limit, distance + MARGIN - 1));
}

/** Writes a text the way another is written: in its quotes, or bare. Undefined where it would be read as something else. */
function inQuotesOf(written: string, text: string): string | undefined {
  const quote = /^["']/.exec(written)?.[0];
  if (quote === undefined)
    return /^[A-Za-z_][\w-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) ? text : undefined;
  if (written.length < 2 || !written.endsWith(quote)) return undefined;
  if (quote === '"') return JSON.stringify(text);
  return /^[^'\p{Cc}]*$/u.test(text) ? `'${text}'` : undefined;
}
