import type { Invocation } from '../command.js';
import type { Diagnostic } from '../diagnostics.js';
import { readDestinations } from '../report/destinations.js';
import { UsageError } from '../usage-error.js';
import type { NamedFile } from '../validate/find-files.js';
import type { SchemaSource } from '../validate/schema-source.js';
import { createCollector, type CheckedDocument, type CollectedFile } from './collector.js';
import { planFixes } from './fix-files.js';
import { printRewrites } from './print-rewrites.js';
import { planRedaction } from './redact-files.js';

/** A document as `validate` checked it. */
export type Checked = Omit<CheckedDocument, 'schema'> & { readonly association?: { readonly schema: string } };

/** Collects what was checked, then changes the files. */
export interface Rewriter {
  add(checked: Checked): void;
  /** Changes the files or shows how. What was added until then is done with. */
  finish(): Outcome;
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
export function createRewriter(invocation: Invocation, schemaOf: SchemaSource): Rewriter | undefined {
  const [isRedaction, isWritten, isFix, isDry] = ['redact', 'write', 'fix', 'dry-run'].map((flag) =>
    invocation.isSet(flag),
  );
  if (isWritten && !isRedaction) throw new UsageError('--write needs --redact');
  if (isDry && !isFix) throw new UsageError('--dry-run needs --fix');
  if (isRedaction && isFix) throw new UsageError('give --redact or --fix, not both');
  if (!isRedaction && !isFix) return undefined;
  if (invocation.positionals.includes('-')) throw new UsageError('stdin cannot be changed; name files');
  let collector = createCollector();
  const { stdout } = readDestinations(invocation);
  // A diff between the lines of JSON or XML would break them.
  const print = stdout === 'pretty' || stdout === 'compact' ? invocation.print : invocation.tell;
  return {
    add: ({ association, ...checked }) => {
      collector.add({ ...checked, ...(association && { schema: schemaOf(association.schema) }) });
    },
    finish: () => {
      const files = collector.files();
      collector = createCollector();
      if (isRedaction) return { left: redact(files, isWritten === true, print), corrected: [] };
      return fix(files, isDry !== true, print);
    },
  };
}

type Print = Invocation['print'];

function redact(files: readonly CollectedFile[], isWritten: boolean, print: Print): Diagnostic[] {
  const rewrites = planRedaction(files);
  const words = { noun: 'value', verb: 'replaced', how: 'run it with --write' };
  printRewrites(rewrites, { ...words, isWritten, isMadeUp: true }, print);
  const isLeft = ({ code }: Diagnostic): boolean => !(isWritten && code.startsWith('secret/'));
  // What cannot be parsed was not looked into: that must not pass for clean.
  return files.flatMap(({ isWhole, documents }) =>
    documents.flatMap(({ found }) => (isWhole ? found.filter(isLeft) : found)),
  );
}

function fix(files: readonly CollectedFile[], isWritten: boolean, print: Print): Outcome {
  const rewrites = planFixes(files);
  const words = { noun: 'problem', verb: 'fixed', how: 'run it without --dry-run' };
  printRewrites(rewrites, { ...words, isWritten, isMadeUp: false }, print);
  const corrected = isWritten ? rewrites.map(({ file, shownAs }) => ({ file, shownAs })) : [];
  const changed = new Set(corrected.map(({ file }) => file));
  const same = files.filter(({ file }) => !changed.has(file));
  return { left: same.flatMap(({ documents }) => documents.flatMap(({ found }) => found)), corrected };
}
