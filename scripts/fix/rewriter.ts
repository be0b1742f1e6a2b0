import { factsOf } from '../messages/codes.js';
import { leftAsItIs } from '../messages/output/fix.js';
import { textsOf } from '../messages/texts.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { printable } from '../report/printable.js';
import { maskText } from '../secrets/mask.js';
import type { NamedFile } from '../files/find-files.js';
import type { Checked } from '../validate/check-files.js';
import type { SchemaReader } from '../validate/read-schema.js';
import { collectFiles, type CheckedDocument, type CollectedFile } from './collected-file.js';
import { planFixes } from './plan-fixes.js';
import { keepValid, type CheckAgain } from './keep-valid.js';
import { printRewrites, type RewriteMode } from './print-rewrites.js';
import { planRedaction } from './plan-redaction.js';

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
  /** Files that were corrected. What is left in them shows when they are checked again: one issue may hide another. */
  readonly corrected: readonly NamedFile[];
}

/** Makes a rewriter that reads the schemas of documents with `schemaOf`. */
export function createRewriter(mode: RewriteMode, schemaOf: SchemaReader): Rewriter {
  let added: CheckedDocument[] = [];
  return {
    add: ({ association, ...checked }) => {
      added.push({ ...checked, ...(association && { schema: schemaOf(association.schema) }) });
    },
    finish: async (check) => {
      const files = collectFiles(added);
      added = [];
      if (mode.kind === 'fix') return fix(files, mode);
      return { left: await redact(files, check, mode), corrected: [] };
    },
  };
}

async function redact(files: readonly CollectedFile[], check: CheckAgain, mode: RewriteMode): Promise<Diagnostic[]> {
  const { isWritten, print, language } = mode;
  const { sound, harmful } = await keepValid(planRedaction(files), files, check);
  printRewrites(sound, mode);
  for (const { rewrite, problem } of harmful) {
    const words = maskText(leftAsItIs(rewrite.shownAs, textsOf(problem))[language]);
    print(`${printable(words)}\n`);
  }
  const kept = new Set(harmful.map(({ rewrite }) => rewrite.file));
  // What cannot be parsed was not replaced, and neither was what must stay: that must not pass for clean.
  return files.flatMap(({ file, isWhole, documents }) => {
    const isReplaced = isWritten && isWhole && !kept.has(file);
    const found = documents.flatMap((document) => document.found);
    return isReplaced ? found.filter(({ code }) => factsOf(code)?.group !== 'secret') : found;
  });
}

function fix(files: readonly CollectedFile[], mode: RewriteMode): Outcome {
  const rewrites = planFixes(files);
  printRewrites(rewrites, mode);
  const corrected = mode.isWritten ? rewrites.map(({ file, shownAs }) => ({ file, shownAs })) : [];
  const changed = new Set(corrected.map(({ file }) => file));
  const same = files.filter(({ file }) => !changed.has(file));
  return { left: same.flatMap(({ documents }) => documents.flatMap(({ found }) => found)), corrected };
}

// Two are enough for what people write: a misspelt name hides the type of its value.
const MOST_ROUNDS = 10;

/**
 * Changes the files that were checked, and checks and changes those again that were corrected, until nothing is left to
 * correct. Gives the findings that are left.
 */
export async function rewriteUntilSettled(rewriter: Rewriter, check: CheckAgain): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (let round = 1; ; round += 1) {
    const { left, corrected } = await rewriter.finish(check);
    found.push(...left);
    if (corrected.length === 0) return found;
    const isLast = round === MOST_ROUNDS;
    await check(corrected, (checked) => {
      if (isLast) found.push(...checked.found);
      else rewriter.add(checked);
    });
    if (isLast) return found;
  }
}
