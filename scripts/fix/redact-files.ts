import { openFakeBook } from './pseudonymizer.js';
import { redactionsOf } from './redact-document.js';
import { sensitiveSpans } from '../secrets/sensitive.js';
import type { CollectedFile } from './collector.js';
import { planRewrite, type Rewrite } from './rewrite.js';

/**
 * Works out how to put made-up values in the place of real ones, the same one wherever the same value stands. Files that
 * cannot be parsed are left out.
 *
 * @throws {UsageError} when a file cannot be read any more.
 */
export function planRedaction(files: readonly CollectedFile[]): Rewrite[] {
  const whole = files.filter(({ isWhole }) => isWhole);
  const texts = whole.flatMap(({ documents }) => documents.map(({ document }) => document?.text ?? ''));
  const book = openFakeBook((fake) => texts.some((text) => text.includes(fake)));
  return whole.flatMap(({ file, shownAs, documents }) => {
    const changes = documents.flatMap(({ document, schema }) =>
      document === undefined
        ? []
        : [{ document, edits: redactionsOf(document, schema, book), secrets: sensitiveSpans(document, schema) }],
    );
    return planRewrite({ file, shownAs }, changes) ?? [];
  });
}
