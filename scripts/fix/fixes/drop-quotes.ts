import type { FactsOf } from '../../messages/catalogue.js';
import type { Fix } from './fix.js';

/** `"1004"` where a number is wanted becomes `1004`; `"true"` and `"null"` likewise. */
export const dropQuotes: Fix<FactsOf<'fixture/type'>> = ({ quotes, wanted }, { document, pointer }) => {
  const span = quotes === 'drop' ? document.spanOf(pointer, 'value') : undefined;
  if (span === undefined) return [];
  const written = document.text.slice(span.offset, span.offset + span.length);
  const inside = /^(["'])(-?(?:0|[1-9]\d*)(?:\.\d+)?|true|false|null)\1$/.exec(written)?.[2];
  if (inside === undefined) return [];
  const isDecimalWanted = wanted.includes('number') || !/^-?\d+\.\d/.test(inside);
  // What would lose digits as a number had better stay text.
  const isExact = !(Math.abs(Number(inside)) > Number.MAX_SAFE_INTEGER);
  return isExact && isDecimalWanted ? [{ ...span, content: inside }] : [];
};
