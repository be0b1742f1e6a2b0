import type { Code, FactsOf } from '../messages/catalogue.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import type { TextEdit } from '../source/text-edit.js';
import { dropDuplicate } from './fixes/drop-duplicate.js';
import { dropQuotes } from './fixes/drop-quotes.js';
import type { Fix, FixContext } from './fixes/fix.js';
import { millisecondsToSeconds } from './fixes/milliseconds-to-seconds.js';
import { renameKey } from './fixes/rename-key.js';
import { writeMember } from './fixes/write-member.js';

const FIXES: { readonly [C in Code]?: Fix<FactsOf<C>> } = {
  'fixture/type': dropQuotes,
  'fixture/enum': writeMember,
  'fixture/milliseconds': millisecondsToSeconds,
  'fixture/misspelt-key': renameKey,
  'fixture/additional-properties': renameKey,
  'fixture/unknown-property': renameKey,
  'fixture/duplicate-key': dropDuplicate,
};

/** Gives the edits that cure a finding, where exactly one answer exists; else none. */
export function fixesOf(
  { code, at: { pointer }, values = {} }: Diagnostic,
  context: Omit<FixContext, 'pointer'>,
): readonly TextEdit[] {
  // The values of a finding are those of its code.
  const fix = Object.hasOwn(FIXES, code) ? (FIXES[code as Code] as Fix<object> | undefined) : undefined;
  return fix?.(values, { ...context, pointer }) ?? [];
}
