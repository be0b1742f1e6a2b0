import type { Diagnostic } from '../messages/diagnostic.js';
import type { ListedEntry } from '../messages/entry.js';
import type { Sha256 } from './baseline/fingerprint.js';
import { FORMATS, FROM_ROOT, type FormatName } from './formats/formats.js';
import type { Report } from './report.js';
import { omissions } from './summary.js';
import type { Terminal } from './terminal.js';

/** A report that is written to a file. */
export interface FileDestination {
  readonly format: FormatName;
  /** Absolute path. */
  readonly file: string;
  /** As it was typed. */
  readonly shownAs: string;
}

/** The reports of a run: one format on standard output, any number in files. */
export interface Destinations {
  readonly stdout: FormatName;
  readonly files: readonly FileDestination[];
}

/** Services of the machine and the program. Each is called only if a report needs it. */
export interface PublishServices {
  readonly sha256: Sha256;
  /** Writes a whole file or throws a UsageError. */
  readonly writeFile: (place: FileDestination, text: string) => Promise<void>;
  /** All codes that a command can give. */
  readonly entries: () => Promise<Readonly<Record<string, ListedEntry>>>;
  /** Version of the program. */
  readonly version: () => Promise<string>;
  /** Makes a path that is relative to the working directory relative to the root of the repository. */
  readonly fromRoot: (shownAs: string) => string;
}

/** The result of a run. */
interface Outcome extends Pick<Report, 'totals' | 'language' | 'summary' | 'addition' | 'scope'> {
  readonly found: readonly Diagnostic[];
}

interface PublishOptions {
  readonly destinations: Destinations;
  readonly terminal: Pick<Terminal, 'stdout' | 'paint' | 'columns'>;
  readonly services: PublishServices;
  readonly area: NonNullable<ListedEntry['area']>;
}

/**
 * Writes the reports of a run: files first, so that they exist when the printed one is read.
 *
 * @throws {UsageError} when a file cannot be written.
 */
export async function publish(outcome: Outcome, options: PublishOptions): Promise<void> {
  const { destinations, terminal, services } = options;
  const { stdout, files } = destinations;
  const formats = [stdout, ...files.map(({ format }) => format)];
  const reports = await reportsOf(outcome, options, formats);
  for (const place of files) {
    const write = await FORMATS[place.format]();
    await services.writeFile(place, write(reports(place.format)));
  }
  const format = await FORMATS[stdout]();
  const { paint, columns } = terminal;
  terminal.stdout(format({ ...reports(stdout), paint, ...(columns !== undefined && { columns }) }));
}

type ReportFor = (format: FormatName) => Report;

async function reportsOf(
  outcome: Outcome,
  { services, area }: PublishOptions,
  formats: readonly FormatName[],
): Promise<ReportFor> {
  const isSarif = formats.includes('sarif');
  const { found, totals, language, summary, addition, scope } = outcome;
  const lines = summary === '' ? '' : `${summary}${omissions(totals, language)}`;
  const version = isSarif || formats.includes('json') ? await services.version() : '';
  const extra = { ...(addition && { addition }), ...(scope && { scope }) };
  const rest = { totals, language, summary: lines, ...extra, paint: plain, version };
  // A clean run does not need the catalogue, and `validate` needs the texts of lint only where a format describes codes.
  if (found.length === 0) return () => ({ ...rest, findings: [], entries: {} });
  const { reportedOf } = await import('./reported.js');
  const entries = isSarif || area === 'lint' ? await services.entries() : undefined;
  const hasFingerprints = isSarif || formats.includes('codeclimate');
  const moved = (diagnostic: Diagnostic): Diagnostic => ({
    ...diagnostic,
    at: { ...diagnostic.at, file: services.fromRoot(diagnostic.at.file) },
  });
  return (format) => {
    const isFromRoot = FROM_ROOT.includes(format);
    const placed = isFromRoot ? found.map(moved) : found;
    const sha256 = isFromRoot && hasFingerprints ? services.sha256 : undefined;
    return { ...rest, findings: reportedOf(placed, { language, entries, sha256 }), entries: entries ?? {} };
  };
}

function plain(_style: unknown, text: string): string {
  return text;
}
