import { finding } from '../messages/finding.js';
import type { Reason } from '../messages/reason.js';
import type { Diagnostic } from '../messages/diagnostic.js';

/** The finding for a file or folder that cannot be read. The command continues with the others, and exits with 2. */
export function unreadable(shownAs: string, reason: Reason): Diagnostic {
  return finding(
    'fixture/unreadable',
    { file: shownAs, pointer: '', line: 1, column: 1 },
    { reason: reason.code, ...(reason.detail !== undefined && { detail: reason.detail }) },
  );
}
