import type { Language } from '../messages/entry.js';
import { messageOf } from '../messages/finding.js';
import type { Invocation } from '../commands/command.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { readDestinations } from '../commands/destinations.js';
import { readLanguage } from '../messages/language.js';
import { printable } from '../report/printable.js';
import { maskText } from '../secrets/mask.js';
import { UsageError } from '../messages/usage-error.js';
import type { NamedFile } from '../files/find-files.js';
import type { Checked } from '../validate/check-files.js';
import type { SchemaReader } from '../validate/read-schema.js';
import { createCollector, type CollectedFile } from './collector.js';
import { planFixes } from './fix-files.js';
import { keepValid, type CheckAgain } from './keep-valid.js';
import { printRewrites } from './print-rewrites.js';
import { planRedaction } from './redact-files.js';
import { FIX_WORDS, leftAsItIs, REDACTION_WORDS } from './rewrite-words.js';

/** Collects what was checked, then changes the files. */
export interface Rewriter {
  add(checked: Checked): void;
  /** Changes the files or shows how; `check` tells what that would come to. What was added until then is done with. */
  finish(check: CheckAgain): Promise<Outcome>;
}

/** What changing files comes to. */
export interface Outcome {
  /** Findings that are left. */
  readonly left: readonly Diagnostic[];
  /** Files that were corrected. What is left in them shows when they are checked again: one fault may hide another. */
  readonly corrected: readonly NamedFile[];
}

/**
 * Makes what `--redact` or `--fix` asks for; undefined where neither is given.
 *
 * @throws {UsageError} when the flags make no sense together.
 */
export function createRewriter(invocation: Invocation, schemaOf: SchemaReader): Rewriter | undefined {
  const [isRedaction, isWritten, isFix, isDry] = ['redact', 'write', 'fix', 'dry-run'].map((flag) =>
    invocation.isSet(flag),
  );
  if (isWritten && !isRedaction) throw new UsageError('flag-needs', { flag: 'write', other: 'redact' });
  if (isDry && !isFix) throw new UsageError('flag-needs', { flag: 'dry-run', other: 'fix' });
  if (isRedaction && isFix) throw new UsageError('flags-conflict', { one: 'redact', other: 'fix' });
  if (!isRedaction && !isFix) return undefined;
  if (invocation.positionals.includes('-')) throw new UsageError('stdin-read-only');
  let collector = createCollector();
  const { stdout } = readDestinations(invocation);
  // A diff between the lines of JSON or XML would break them.
  const print = stdout === 'pretty' || stdout === 'compact' ? invocation.stdout : invocation.stderr;
  const language = readLanguage(invocation);
  return {
    add: ({ association, ...checked }) => {
      collector.add({ ...checked, ...(association && { schema: schemaOf(association.schema) }) });
    },
    finish: async (check) => {
      const files = collector.files();
      collector = createCollector();
      if (!isRedaction) return fix(files, { isWritten: isDry !== true, print, language });
      const left = await redact(files, check, { isWritten: isWritten === true, print, language });
      return { left, corrected: [] };
    },
  };
}

interface Manner {
  readonly isWritten: boolean;
  readonly print: Invocation['stdout'];
  readonly language: Language;
}

async function redact(files: readonly CollectedFile[], check: CheckAgain, manner: Manner): Promise<Diagnostic[]> {
  const { isWritten, print, language } = manner;
  const { sound, harmful } = await keepValid(planRedaction(files), files, check);
  printRewrites(sound, { isWritten, isMadeUp: true, words: REDACTION_WORDS[language] }, print);
  for (const { rewrite, problem } of harmful) {
    const words = maskText(leftAsItIs(rewrite.shownAs, messageOf(problem, language), language));
    print(`${printable(words)}\n`);
  }
  const kept = new Set(harmful.map(({ rewrite }) => rewrite.file));
  // What cannot be parsed was not replaced, and neither was what must stay: that must not pass for clean.
  return files.flatMap(({ file, isWhole, documents }) => {
    const isReplaced = isWritten && isWhole && !kept.has(file);
    const found = documents.flatMap((document) => document.found);
    return isReplaced ? found.filter(({ code }) => !code.startsWith('secret/')) : found;
  });
}

function fix(files: readonly CollectedFile[], { isWritten, print, language }: Manner): Outcome {
  const rewrites = planFixes(files);
  printRewrites(rewrites, { isWritten, isMadeUp: false, words: FIX_WORDS[language] }, print);
  const corrected = isWritten ? rewrites.map(({ file, shownAs }) => ({ file, shownAs })) : [];
  const changed = new Set(corrected.map(({ file }) => file));
  const same = files.filter(({ file }) => !changed.has(file));
  return { left: same.flatMap(({ documents }) => documents.flatMap(({ found }) => found)), corrected };
}
