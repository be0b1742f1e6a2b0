import { fingerprintOf, type Sha256 } from './baseline/fingerprint.js';
import type { Language } from '../messages/entry.js';
import { hintOf, messageOf } from '../messages/finding.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { maskPointer, masked } from '../secrets/mask.js';
import type { Reported } from './report.js';

/** Says findings in a language and masks every text of them: names and paths come from the user's files too. */
export function reportedOf(diagnostics: readonly Diagnostic[], language: Language, sha256: Sha256): Reported[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const { code, severity, at, excerpt } = diagnostic;
    const fingerprint = fingerprintOf(diagnostic, sha256);
    const earlier = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, earlier + 1);
    return {
      code,
      severity,
      message: masked(messageOf(diagnostic, language)),
      hint: masked(hintOf(diagnostic, language)),
      at: { ...at, file: masked(at.file), pointer: maskPointer(at.pointer) },
      ...(excerpt && { excerpt }),
      // Readers such as GitLab drop findings whose fingerprint they have seen already.
      fingerprint: earlier === 0 ? fingerprint : `${fingerprint}-${earlier + 1}`,
    };
  });
}
