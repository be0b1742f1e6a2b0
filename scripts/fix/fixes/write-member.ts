import { isOnlyNear } from '../only-near.js';
import { inQuotesOf } from '../in-quotes-of.js';
import type { Fix } from './fix.js';

/** `"payed"` becomes `"paid"`, where no other member of the list is near. */
export const writeMember: Fix = ({ values, at: { pointer } }, { document }) => {
  const { suggestion, allowed } = values ?? {};
  const span = document.spanOf(pointer, 'value');
  if (suggestion === undefined || allowed === undefined || span === undefined) return [];
  const written = document.text.slice(span.offset, span.offset + span.length);
  const content = inQuotesOf(written, suggestion);
  if (content === undefined || !isOnlyNear(written.replace(/["']/g, ''), suggestion, allowed.split(', '))) return [];
  return [{ ...span, content }];
};
