import { sensitiveSpans } from '../secrets/sensitive.js';
import type { CheckedDocument, CollectedFile } from './collector.js';
import { fixesOf } from './fixes-of.js';
import { planRewrite, type DocumentEdits, type Rewrite } from './rewrite.js';

/**
 * Works out what can be fixed because only one answer exists. Files that cannot be parsed are left out.
 *
 * @throws {UsageError} when a file cannot be read any more.
 */
export function planFixes(files: readonly CollectedFile[]): Rewrite[] {
  return files
    .filter(({ isWhole }) => isWhole)
    .flatMap(({ file, shownAs, documents }) => {
      const changes = documents.flatMap((checked) => editsOf(checked));
      return planRewrite({ file, shownAs }, changes) ?? [];
    });
}

function editsOf({ document, schema, found }: CheckedDocument): DocumentEdits[] {
  if (document === undefined) return [];
  const edits = found.flatMap((diagnostic) => fixesOf(diagnostic, { document, schema }));
  return [{ document, edits, secrets: edits.length === 0 ? [] : sensitiveSpans(document, schema) }];
}
