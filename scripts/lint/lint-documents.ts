import type { Diagnostic } from '../messages/diagnostic.js';
import { UsageError } from '../messages/usage-error.js';
import { addExcerpts } from './add-excerpts.js';
import { lintDocument, type DocumentInput, type DocumentOptions } from './lint-document.js';
import { distinct } from './lint-spec.js';

/** What was found in several documents. */
export interface LintedDocuments {
  /** With the lines around the first places of each fault. What two documents share is found once. */
  readonly found: readonly Diagnostic[];
  /** Absolute paths of the files that were checked. */
  readonly files: readonly string[];
  /** Those of the documents that overlays were applied to. */
  readonly alsoRead: readonly string[];
  /** Overlays whose targets were not looked up, because no document is known. */
  readonly unapplied: readonly string[];
  /** Why documents were not linted. */
  readonly refused: readonly UsageError[];
}

/**
 * Lints documents one after another.
 *
 * @throws {UsageError} when there is only one and it cannot be read.
 */
export async function lintDocuments(
  documents: readonly DocumentInput[],
  options: DocumentOptions,
): Promise<LintedDocuments> {
  const found: Diagnostic[] = [];
  const files = new Set<string>();
  const alsoRead = new Set<string>();
  const unapplied: string[] = [];
  const refused: UsageError[] = [];
  for (const document of documents) {
    try {
      const linted = await lintDocument(document, options);
      found.push(...linted.diagnostics);
      if (linted.isUnapplied) unapplied.push(document.shownAs);
      for (const file of linted.files) files.add(file);
      for (const file of linted.alsoRead) alsoRead.add(file);
    } catch (error) {
      if (!(error instanceof UsageError) || documents.length === 1) throw error;
      refused.push(error);
    }
  }
  const texts = new Map(documents.flatMap(({ file, text }) => (text === undefined ? [] : [[file, text] as const])));
  const excerpted = addExcerpts(distinct(found), options.cwd, texts);
  return { found: excerpted, files: [...files], alsoRead: [...alsoRead], unapplied, refused };
}
