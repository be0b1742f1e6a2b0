import type { Invocation } from './command.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { readLanguage } from '../messages/language.js';
import { formatPretty } from '../report/formats/pretty.js';
import { sha256 } from './open-reporter.js';
import { reportedOf } from '../report/reported.js';

/** Prints findings for people, for commands that report nothing else. */
export function printFindings(diagnostics: readonly Diagnostic[], invocation: Invocation): void {
  const findings = reportedOf(diagnostics, readLanguage(invocation), sha256);
  invocation.stdout(formatPretty({ findings, summary: '', paint: invocation.paint }));
}
