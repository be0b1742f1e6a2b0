import { finding } from '../../catalogue/finding.js';
import type { ReadDocument } from '../document.js';
import type { Position } from '../locate.js';

type Refused = ReadDocument & { readonly ok: false };

/** Says why there is no document to check. The words of the parsers quote the text, which may be secret: only their kind is taken. */
export function refusal(
  file: string,
  problem: string,
  { position, values = {} }: { readonly position: Position; readonly values?: Readonly<Record<string, string>> },
): Refused {
  const at = { file, pointer: '', ...position };
  return { ok: false, diagnostic: finding('fixture/syntax', at, { problem, ...values }) };
}

/** Turns a parser's name for what it met into words: `InvalidSymbol` and `BAD_INDENT` into `invalid symbol`, `bad indent`. */
export function inWords(name: string): string {
  return name
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll('_', ' ')
    .toLowerCase();
}
