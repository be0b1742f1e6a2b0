import type { Diagnostic } from '../diagnostics.js';
import { sensitiveSpans } from '../secrets/sensitive.js';
import type { CheckedDocument, CollectedFile } from './collector.js';
import { fixesOf } from './fixes-of.js';
import { planRewrite, type DocumentEdits, type Rewrite } from './rewrite.js';

/** What fixing comes to. */
export interface FixPlan {
  readonly rewrites: readonly Rewrite[];
  /** Findings that the rewrites cure. */
  readonly fixed: ReadonlySet<Diagnostic>;
}

/**
 * Works out what can be fixed because only one answer exists. Files that cannot be parsed are left out.
 *
 * @throws {UsageError} when a file cannot be read any more.
 */
export function planFixes(files: readonly CollectedFile[]): FixPlan {
  const fixed = new Set<Diagnostic>();
  const rewrites = files
    .filter(({ isWhole }) => isWhole)
    .flatMap(({ file, shownAs, documents }) => {
      const changes = documents.flatMap((checked) => editsOf(checked, fixed));
      return planRewrite({ file, shownAs }, changes) ?? [];
    });
  return { rewrites, fixed };
}

function editsOf({ document, schema, found }: CheckedDocument, fixed: Set<Diagnostic>): DocumentEdits[] {
  if (document === undefined) return [];
  const fixes = found.map((diagnostic) => ({ diagnostic, edits: fixesOf(diagnostic, { document, schema }) }));
  const curing = fixes.filter(({ edits }) => edits.length > 0);
  for (const { diagnostic } of curing) fixed.add(diagnostic);
  if (curing.length === 0) return [{ document, edits: [], secrets: [] }];
  return [{ document, edits: curing.flatMap(({ edits }) => edits), secrets: sensitiveSpans(document, schema) }];
}
