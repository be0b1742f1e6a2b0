import { pointerSegments, valueAt } from '../../json/pointer.js';
import type { FactsOf } from '../../messages/catalogue.js';
import { inQuotesOf } from './in-quotes-of.js';
import { isOnlyNear } from './only-near.js';
import type { Fix } from './fix.js';

/** `"payed"` becomes `"paid"`, where no other member of the list is near. */
export const writeMember: Fix<FactsOf<'fixture/enum'>> = ({ suggestion, allowed }, { document, pointer }) => {
  const span = document.spanOf(pointer, 'value');
  const value = valueAt(document.value, pointerSegments(pointer));
  if (suggestion === undefined || span === undefined || typeof value !== 'string') return [];
  const content = inQuotesOf(document.text.slice(span.offset, span.offset + span.length), suggestion);
  const members = allowed.filter((member) => typeof member === 'string');
  return content !== undefined && isOnlyNear(value, suggestion, members) ? [{ ...span, content }] : [];
};
