import type { Invocation } from './command.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { readLanguage } from '../messages/language.js';
import { formatPretty } from '../report/formats/pretty.js';

/** Prints findings as text, for commands without report formats. */
export async function printFindings(diagnostics: readonly Diagnostic[], invocation: Invocation): Promise<void> {
  const language = readLanguage(invocation);
  const { paint, columns } = invocation;
  // Imported late: the texts are needed only where there is something to print.
  const { reportedOf } = await import('../report/reported.js');
  const { everyEntry } = await import('../messages/every-entry.js');
  const findings = reportedOf(diagnostics, { language, entries: everyEntry() });
  invocation.stdout(
    formatPretty({ findings, summary: '', paint, language, ...(columns !== undefined && { columns }) }),
  );
}
