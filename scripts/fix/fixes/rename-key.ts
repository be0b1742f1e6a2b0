import { isObject } from '../../json/schema.js';
import { walkSchema } from '../../secrets/schema-position.js';
import { pointerSegments, valueAt } from '../../json/pointer.js';
import type { Suggested } from '../../messages/fixture-words.js';
import { inQuotesOf } from './in-quotes-of.js';
import { isOnlyNear } from './only-near.js';
import type { Fix } from './fix.js';

/** `"stats"` becomes `"status"` where that is missing, no other property is near, and nothing else could become it. */
export const renameKey: Fix<Suggested> = ({ suggestion }, { document, schema, pointer }) => {
  const span = document.spanOf(pointer, 'key');
  const segments = pointerSegments(pointer);
  const key = segments.at(-1);
  const parent = valueAt(document.value, segments.slice(0, -1));
  if (suggestion === undefined || span === undefined || key === undefined || !isObject(parent)) return [];
  if (Object.hasOwn(parent, suggestion)) return [];
  const known = namesAt(schema, segments.slice(0, -1)).filter((name) => !Object.hasOwn(parent, name));
  const rivals = Object.keys(parent).filter(
    (name) => name !== key && !namesAt(schema, segments.slice(0, -1)).includes(name),
  );
  const isContested = rivals.some((rival) => isOnlyNear(rival, suggestion, known));
  const content = inQuotesOf(document.text.slice(span.offset, span.offset + span.length), suggestion);
  return content !== undefined && !isContested && isOnlyNear(key, suggestion, known) ? [{ ...span, content }] : [];
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
