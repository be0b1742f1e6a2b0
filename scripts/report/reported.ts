import { memoize } from '../json/memoize.js';
import { fingerprintOf, type Sha256 } from './baseline/fingerprint.js';
import type { EntryTable } from '../messages/catalogue.js';
import type { Language } from '../messages/entry.js';
import { hintOf, messageOf } from '../messages/texts.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { maskPointer, maskText } from '../secrets/mask.js';
import type { Reported } from './report.js';

/** How findings are rendered. */
export interface Rendering {
  readonly language: Language;
  /** Those of `everyEntry` where lint may have found something. */
  readonly entries?: EntryTable | undefined;
  /** Without it, fingerprints are empty. */
  readonly sha256?: Sha256 | undefined;
}

/** Renders findings in a language, with all texts masked: names and paths come from the user's files too. */
export function reportedOf(diagnostics: readonly Diagnostic[], { language, entries, sha256 }: Rendering): Reported[] {
  const seen = new Map<string, number>();
  // Findings share messages, files and names: each text is masked once.
  const hide = memoize((text: string) => maskText(text));
  const unique = (diagnostic: Diagnostic): string => {
    if (sha256 === undefined) return '';
    const fingerprint = fingerprintOf(diagnostic, sha256);
    const earlier = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, earlier + 1);
    // Readers such as GitLab drop findings with a fingerprint that they already have.
    return earlier === 0 ? fingerprint : `${fingerprint}-${earlier + 1}`;
  };
  return diagnostics.map((diagnostic) => {
    const { code, severity, at, excerpt } = diagnostic;
    return {
      code,
      severity,
      message: hide(messageOf(diagnostic, language, entries)),
      hint: hide(hintOf(diagnostic, language)),
      at: { ...at, file: hide(at.file), pointer: maskPointer(at.pointer, hide) },
      ...(excerpt && { excerpt }),
      fingerprint: unique(diagnostic),
    };
  });
}
