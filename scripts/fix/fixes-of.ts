import type { Diagnostic } from '../messages/diagnostic.js';
import { dropDuplicate } from './fixes/drop-duplicate.js';
import { dropQuotes } from './fixes/drop-quotes.js';
import type { Fix, FixContext } from './fixes/fix.js';
import { millisecondsToSeconds } from './fixes/milliseconds-to-seconds.js';
import { renameKey } from './fixes/rename-key.js';
import { writeMember } from './fixes/write-member.js';
import type { TextEdit } from '../source/text-edit.js';

const FIXES: Readonly<Record<string, Fix>> = {
  'fixture/type': dropQuotes,
  'fixture/enum': writeMember,
  'fixture/milliseconds': millisecondsToSeconds,
  'fixture/misspelt-key': renameKey,
  'fixture/additional-properties': renameKey,
  'fixture/unknown-property': renameKey,
  'fixture/duplicate-key': dropDuplicate,
};

/** Gives the edits that cure a finding, where exactly one answer exists; else none. */
export function fixesOf(diagnostic: Diagnostic, context: FixContext): readonly TextEdit[] {
  const fix = Object.hasOwn(FIXES, diagnostic.code) ? FIXES[diagnostic.code] : undefined;
  return fix?.(diagnostic, context) ?? [];
}
