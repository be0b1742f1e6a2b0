import type { Diagnostic } from '../diagnostics.js';
import { excerptsOf } from '../report/excerpt.js';
import { sensitiveSpans } from '../secrets/sensitive.js';
import type { SourceDocument } from './document.js';

/**
 * Adds the masked lines around each finding. Without a schema nothing is shown: nobody knows what in the document is
 * sensitive.
 */
export function attachExcerpts(
  found: readonly Diagnostic[],
  document: SourceDocument,
  schema: unknown,
): readonly Diagnostic[] {
  if (found.length === 0 || schema === undefined) return found;
  const excerptAt = excerptsOf(document, sensitiveSpans(document, schema));
  return found.map((diagnostic) => {
    const excerpt = excerptAt(diagnostic.at);
    return excerpt === undefined ? diagnostic : { ...diagnostic, excerpt };
  });
}
