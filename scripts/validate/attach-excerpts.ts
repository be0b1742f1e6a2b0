import type { Diagnostic } from '../messages/diagnostic.js';
import { excerptsOf } from '../report/excerpt.js';
import { sensitiveSpans } from '../secrets/sensitive.js';
import type { SourceDocument } from '../source/document.js';

// As many findings as a report keeps: a stream of nothing but errors must not be slowed down by what is never shown.
const MOST_EXCERPTS = 10_000;

// Looking for all that is sensitive in more takes longer than anybody waits for a few lines.
const MOST_CHARACTERS = 5_000_000;

/** Adds the masked lines around each finding of a document. */
export type ExcerptAttacher = (
  found: readonly Diagnostic[],
  document: SourceDocument,
  schema: unknown,
) => readonly Diagnostic[];

/** Starts to count: only the first findings of a run get their lines. */
export function createExcerptAttacher(): ExcerptAttacher {
  let attached = 0;
  return (found, document, schema) => {
    const isHuge = document.text.length > MOST_CHARACTERS;
    if (found.length === 0 || attached >= MOST_EXCERPTS || isHuge) return found;
    attached += found.length;
    const excerptAt = excerptsOf(document, sensitiveSpans(document, schema));
    return found.map((diagnostic) => {
      const excerpt = excerptAt(diagnostic.at);
      return excerpt === undefined ? diagnostic : { ...diagnostic, excerpt };
    });
  };
}
