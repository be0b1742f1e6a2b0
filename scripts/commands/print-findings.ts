import type { Invocation } from './command.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { readLanguage } from '../messages/language.js';
import { formatPretty } from '../report/formats/pretty.js';
import { reportedOf } from '../report/reported.js';

/** Prints findings as text, for commands without report formats. */
export function printFindings(diagnostics: readonly Diagnostic[], invocation: Invocation): void {
  const language = readLanguage(invocation);
  const { paint, columns } = invocation;
  const findings = reportedOf(diagnostics, language);
  invocation.stdout(
    formatPretty({ findings, summary: '', paint, language, ...(columns !== undefined && { columns }) }),
  );
}
