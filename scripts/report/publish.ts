import type { Language } from '../messages/entry.js';
import type { Invocation } from '../commands/command.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import type { Destinations } from '../commands/destinations.js';
import { FORMATS } from './formats/formats.js';
import type { Addition, Report, Totals } from './report.js';
import { omissions } from './summary.js';

/** What a run ends with. */
interface Outcome {
  readonly found: readonly Diagnostic[];
  readonly totals: Totals;
  readonly language: Language;
  readonly summary: string;
  readonly addition?: Addition;
}

/**
 * Writes the reports of a run: files first, so that whoever sees the printed one finds them.
 *
 * @throws {UsageError} when a file cannot be written.
 */
export async function publish(
  outcome: Outcome,
  { stdout, files }: Destinations,
  { paint, print }: Pick<Invocation, 'paint' | 'print'>,
): Promise<void> {
  const isSarif = [stdout, ...files.map(({ format }) => format)].includes('sarif');
  const report = await reportOf(outcome, isSarif);
  for (const { format, file, shownAs } of files) {
    const [write, { replaceFile }] = await Promise.all([FORMATS[format](), import('../files/write-file.js')]);
    replaceFile({ file, shownAs }, write(report));
  }
  const format = await FORMATS[stdout]();
  print(format({ ...report, paint }));
}

async function reportOf({ found, totals, language, summary, addition }: Outcome, isSarif: boolean): Promise<Report> {
  const lines = summary === '' ? '' : `${summary}${omissions(totals, language)}`;
  const told = { totals, language, summary: lines, ...(addition && { addition }) };
  const version = isSarif ? (await import('../files/own-version.js')).ownVersion() : '';
  const rest = { ...told, paint: plain, version };
  // A clean run needs no catalogue, and most formats say nothing about a code itself.
  if (found.length === 0) return { ...rest, findings: [], entries: {} };
  const { reportedOf } = await import('./reported.js');
  const entries = isSarif ? (await import('../lint/every-entry.js')).everyEntry() : {};
  return { ...rest, findings: reportedOf(found, language), entries };
}

function plain(_style: unknown, text: string): string {
  return text;
}
