import type { CollectedFile } from './collected-file.js';
import { planRewrites, type Rewrite } from './rewrite.js';
import type { FactsOf } from '../messages/catalogue.js';
import type { FixableCode } from '../messages/codes.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import type { TextEdit } from '../source/text-edit.js';
import { changeQuotes } from './fixes/change-quotes.js';
import { dropDuplicate } from './fixes/drop-duplicate.js';
import type { Fix, FixContext } from './fixes/fix.js';
import { millisecondsToSeconds } from './fixes/milliseconds-to-seconds.js';
import { renameKey, writeMember } from './fixes/misspelt.js';

/**
 * Plans the fixes that have exactly one answer. Files that cannot be parsed are left out.
 *
 * @throws {UsageError} when a file cannot be read any more.
 */
export function planFixes(files: readonly CollectedFile[]): Rewrite[] {
  return planRewrites(files, ({ document, schema, found }) =>
    found.flatMap((diagnostic) => fixesOf(diagnostic, { document, schema })),
  );
}

const FIXES: { readonly [C in FixableCode]: Fix<FactsOf<C>> } = {
  'fixture/type': changeQuotes,
  'fixture/enum': writeMember,
  'fixture/milliseconds': millisecondsToSeconds,
  'fixture/misspelt-key': renameKey,
  'fixture/additional-properties': renameKey,
  'fixture/unknown-property': renameKey,
  'fixture/duplicate-key': dropDuplicate,
};

/** Gives the edits that fix a finding if there is exactly one way; otherwise none. */
export function fixesOf(
  { code, at: { pointer }, values = {} }: Diagnostic,
  context: Omit<FixContext, 'pointer'>,
): readonly TextEdit[] {
  // The values of a finding are those of its code.
  const fix = Object.hasOwn(FIXES, code) ? (FIXES[code as FixableCode] as Fix<object>) : undefined;
  return fix?.(values, { ...context, pointer }) ?? [];
}
