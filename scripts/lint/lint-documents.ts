import path from 'node:path';

import { memoize } from '../json/memoize.js';
import { type Diagnostic, sortDiagnostics } from '../messages/diagnostic.js';
import { UsageError } from '../messages/usage-error.js';
import { distinct, filesOf, lintSpec } from './lint-spec.js';
import { readQuietly } from '../files/read-quietly.js';
import { excerptsOf } from '../report/excerpt.js';
import { createExcerptBudget } from '../report/finding-groups.js';
import type { ShownFile } from '../files/display-path.js';
import { loadSpec } from '../files/load-spec.js';
import { lintOverlayFile, type OverlayLintOptions } from './lint-overlay-file.js';

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
  options: OverlayLintOptions,
): Promise<LintedDocuments> {
  const linted: LintedDocument[] = [];
  const refused: UsageError[] = [];
  for (const document of documents) {
    try {
      linted.push(await lintDocument(document, options));
    } catch (error) {
      if (!(error instanceof UsageError) || documents.length === 1) throw error;
      refused.push(error);
    }
  }
  const texts = new Map(documents.flatMap(({ file, text }) => (text === undefined ? [] : [[file, text] as const])));
  const found = addExcerpts(distinct(linted.flatMap((each) => each.found)), options.cwd, texts);
  const all = (list: 'files' | 'alsoRead' | 'unapplied'): string[] => [
    ...new Set(linted.flatMap((each) => each[list])),
  ];
  return { found, files: all('files'), alsoRead: all('alsoRead'), unapplied: all('unapplied'), refused };
}

/**
 * Adds the lines around the first places of each problem. Files that cannot be read, such as remote ones, get none. `texts`
 * holds files that are not on the disk, by absolute path.
 */
function addExcerpts(
  diagnostics: readonly Diagnostic[],
  cwd: string,
  texts: ReadonlyMap<string, string>,
): Diagnostic[] {
  const textOf = (place: string): string => texts.get(place) ?? readQuietly(place) ?? '';
  const excerpterOf = memoize((file: string) =>
    excerptsOf({ text: textOf(path.resolve(cwd, file)), firstLine: 1 }, () => []),
  );
  const isShown = createExcerptBudget();
  return sortDiagnostics(diagnostics).map((diagnostic) => {
    if (!isShown(diagnostic)) return diagnostic;
    const excerpt = excerpterOf(diagnostic.at.file)(diagnostic.at);
    return excerpt === undefined ? diagnostic : { ...diagnostic, excerpt };
  });
}

/** A document to lint. */
export interface DocumentInput extends ShownFile {
  /** What it holds, if that is not on the disk: stdin. */
  readonly text?: string;
}

type LintedDocument = Omit<LintedDocuments, 'refused'>;

/**
 * Lints an OpenAPI document or an overlay, whichever the file is.
 *
 * @throws {UsageError} when it cannot be read, or `spec` is given for what is not an overlay.
 */
async function lintDocument(input: DocumentInput, options: OverlayLintOptions): Promise<LintedDocument> {
  const { file, shownAs, text } = input;
  const { hosts, cwd, root } = options;
  const overlay = await lintOverlayFile(input, options);
  if (overlay !== undefined) {
    const { diagnostics, read } = overlay;
    return { found: diagnostics, files: [file], alsoRead: read ?? [], unapplied: read === undefined ? [shownAs] : [] };
  }
  if (options.spec !== undefined) throw new UsageError('spec-without-overlay', { place: `${shownAs}:1:1` });
  const texts = new Map(text === undefined ? [] : [[file, text]]);
  const spec = await loadSpec(file, shownAs, { hosts, texts, root, cwd });
  const found = await lintSpec(spec, options);
  return { found, files: filesOf(spec), alsoRead: [], unapplied: [] };
}
