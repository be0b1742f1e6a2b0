import { sortDiagnostics, type Diagnostic } from '../messages/diagnostic.js';
import { excerptsOf } from '../report/excerpt.js';
import { createExcerptBudget } from '../report/finding-groups.js';
import { createSensitive } from '../secrets/sensitive.js';
import type { SourceDocument } from '../source/document.js';

// Looking for all that is sensitive in more takes longer than a few lines are worth.
const MOST_CHARACTERS = 5_000_000;

/** Adds the masked lines around the findings of a document that a report shows in full. */
export type ExcerptAttacher = (
  found: readonly Diagnostic[],
  document: SourceDocument,
  schema: unknown,
) => readonly Diagnostic[];

/** Starts to count: of each problem only the first places of a run get their lines. */
export function createExcerptAttacher(): ExcerptAttacher {
  const isShown = createExcerptBudget();
  return (found, document, schema) => {
    if (document.text.length > MOST_CHARACTERS) return found;
    // In the order of the report, whose first places they are.
    const sorted = sortDiagnostics(found);
    const shown = new Set(sorted.filter(isShown));
    if (shown.size === 0) return sorted;
    const excerptAt = excerptsOf(document, createSensitive(document, schema));
    return sorted.map((diagnostic) => {
      const excerpt = shown.has(diagnostic) ? excerptAt(diagnostic.at) : undefined;
      return excerpt === undefined ? diagnostic : { ...diagnostic, excerpt };
    });
  };
}
