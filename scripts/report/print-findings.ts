import type { Invocation } from '../command.js';
import type { Diagnostic } from '../diagnostics.js';
import { readLanguage } from './language.js';
import { formatPretty } from './pretty.js';
import { reportedOf } from './reported.js';

/** Prints findings for people, for commands that report nothing else. */
export function printFindings(diagnostics: readonly Diagnostic[], invocation: Invocation): void {
  const findings = reportedOf(diagnostics, readLanguage(invocation));
  invocation.print(formatPretty({ findings, summary: '', paint: invocation.paint }));
}
