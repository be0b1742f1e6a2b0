import type { SpecFile } from '../files/project.js';
import { loadSpec } from '../files/load-spec.js';
import { UsageError } from '../messages/usage-error.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { lintOverlayFile, openOverlayFile, type OverlayLintOptions } from './lint-overlay-file.js';
import { filesOf, lintSpec } from './lint-spec.js';

/** A document to lint. */
export interface DocumentInput extends SpecFile {
  /** What it holds, if that is not on the disk: stdin. */
  readonly text?: string;
}

/** How to lint it. `spec` is the document that it applies to, if it is an overlay. */
export interface DocumentOptions extends OverlayLintOptions {
  /** Hosts that may be asked over https. */
  readonly hosts: readonly string[];
}

/** What was found in a document. */
export interface LintedDocument {
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the files that were checked. */
  readonly files: readonly string[];
  /** Those of the document that an overlay was applied to. */
  readonly alsoRead: readonly string[];
  /** Whether it is an overlay and no document is known, so that its targets were not looked up. */
  readonly isUnapplied: boolean;
}

/**
 * Lints an OpenAPI document or an overlay, whichever the file is.
 *
 * @throws {UsageError} when it cannot be read, or `spec` is given for what is not an overlay.
 */
export async function lintDocument(input: DocumentInput, options: DocumentOptions): Promise<LintedDocument> {
  const { file, shownAs, text } = input;
  const { hosts, cwd, root } = options;
  const reach = { hosts, ...(text !== undefined && { texts: new Map([[file, text]]) }) };
  const overlay = await openOverlayFile({ file, shownAs, ...reach, root, isExpected: options.spec !== undefined });
  if (overlay !== undefined) {
    const { diagnostics, read } = await lintOverlayFile(overlay, options);
    return { diagnostics, files: [file], alsoRead: read ?? [], isUnapplied: read === undefined };
  }
  if (options.spec !== undefined) throw new UsageError('spec-without-overlay', { place: `${shownAs}:1:1` });
  const spec = await loadSpec(file, shownAs, { ...reach, root, cwd });
  const diagnostics = await lintSpec(spec, options);
  return { diagnostics, files: filesOf(spec), alsoRead: [], isUnapplied: false };
}
