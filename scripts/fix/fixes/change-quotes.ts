import type { FactsOf } from '../../messages/catalogue.js';
import { rewritten, type Fix } from './fix.js';

// As JSON and YAML write numbers alike. `1e3` and `010` are not fixed: which text was meant is unclear.
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?`;
const BARE = new RegExp(`^${NUMBER}$`);
const QUOTED = new RegExp(`^(["'])(${NUMBER}|true|false|null)\\1$`);

/** `"1004"` becomes `1004` where a number is expected, `"true"` and `"null"` likewise, and `1004` becomes `"1004"` where text is. */
export const changeQuotes: Fix<FactsOf<'fixture/type'>> = ({ quotes, wanted }, context) =>
  rewritten(context, 'value', (written) => {
    if (quotes === undefined) return undefined;
    return quotes === 'add' ? withQuotes(written) : withoutQuotes(written, wanted);
  });

function withQuotes(written: string): string | undefined {
  return BARE.test(written) ? `"${written}"` : undefined;
}

function withoutQuotes(written: string, wanted: readonly string[]): string | undefined {
  const inside = QUOTED.exec(written)?.[2];
  if (inside === undefined) return undefined;
  const isDecimalWanted = wanted.includes('number') || !/^-?\d+\.\d/.test(inside);
  // What would lose digits as a number stays text.
  const isExact = !(Math.abs(Number(inside)) > Number.MAX_SAFE_INTEGER);
  return isExact && isDecimalWanted ? inside : undefined;
}
