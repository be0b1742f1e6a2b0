import { sortDiagnostics, type Diagnostic } from '../messages/diagnostic.js';
import type { ListedEntry, Language } from '../messages/entry.js';
import { RUN_WORDS } from '../messages/output/report.js';
import type { Baseline } from './baseline/baseline.js';
import type { Excuse } from './baseline/update-baseline.js';
import { publish, type Destinations, type PublishServices } from './publish.js';
import type { Addition, Scope, Totals } from './report.js';
import { atLevels, type RuleLevels } from './rule-levels.js';
import { createTally } from './tally.js';
import type { Terminal } from './terminal.js';
import { isFailure, type Threshold } from './threshold.js';

/** The baseline of a run. */
export interface BaselineOptions {
  readonly baseline: Baseline;
  /** The reason to accept all findings; undefined to leave the baseline unchanged. */
  readonly update: Excuse | undefined;
  readonly write: (text: string) => void;
}

/** How findings are reported. */
export interface ReporterOptions {
  readonly language: Language;
  readonly destinations: Destinations;
  readonly threshold: Threshold;
  /** Maximum number of findings to keep, so that an endless stream does not fill the memory. */
  readonly limit: number;
  /** Whether to report errors only, and to print nothing if there are none. */
  readonly isQuiet: boolean;
  readonly levels: RuleLevels;
  /** The command that runs: baseline entries from other commands are not called unused. */
  readonly area: NonNullable<ListedEntry['area']>;
  readonly baseline: BaselineOptions | undefined;
  readonly terminal: Pick<Terminal, 'stdout' | 'stderr' | 'paint' | 'columns'>;
  readonly services: PublishServices;
}

/** Collects findings and prints them. */
export interface Reporter extends Pick<ReporterOptions, 'language' | 'levels'> {
  /** Adds findings. */
  add(found: readonly Diagnostic[]): void;
  /** Whether a report of this run shows lines around findings. */
  readonly showsExcerpts: boolean;
  /** Whether a report of this run lists the files. */
  readonly listsFiles: boolean;
  /** Whether further findings change neither the exit code nor the output: they only need to be counted. */
  isDecided(): boolean;
  /** Counts an invalid file that was not examined further. */
  addUnexplained(file: string): void;
  /** Adds names of checked files: baseline entries about them must match a finding. */
  markScanned(files: readonly string[]): void;
  /** Adds output besides findings. */
  append(addition: Addition): void;
  /** Sets what the command has checked. */
  describe(scope: Scope): void;
  /**
   * Prints the report and returns the exit code: 0 clean, 1 findings. `summary` makes the last line of text reports.
   *
   * @throws {UsageError} when a file cannot be written.
   */
  finish(summary: (totals: Totals, language: Language) => string): Promise<number>;
}

/** Creates a reporter. */
export function createReporter(options: ReporterOptions): Reporter {
  const { language, levels, isQuiet, threshold, terminal, destinations } = options;
  const place = options.baseline?.baseline.place;
  const tally = createTally(options.limit, isQuiet && options.baseline?.update === undefined);
  const files = new Set<string>();
  const appended: { addition?: Addition; scope?: Scope } = {};
  const formats = [destinations.stdout, ...destinations.files.map(({ format }) => format)];
  const add = (found: readonly Diagnostic[]): void => {
    for (const weighed of atLevels(found, levels)) tally.add(weighed, options.baseline?.baseline);
  };
  return {
    language,
    levels,
    add,
    showsExcerpts: formats.includes('pretty'),
    listsFiles: formats.includes('json'),
    isDecided: () =>
      options.baseline === undefined && levels.size === 0 && tally.isFull() && isFailure(tally.totals(), threshold),
    addUnexplained: (file) => {
      tally.addUnexplained(file);
    },
    append: (addition) => void Object.assign(appended, { addition }),
    describe: (scope) => void Object.assign(appended, { scope }),
    markScanned: (names) => {
      // Only needed for a baseline.
      if (place !== undefined) for (const name of names) files.add(place.resolve(place.nameOf(name)));
    },
    async finish(summary) {
      await applyBaseline(options, { tally, add, files });
      const totals = tally.totals();
      const found = sortDiagnostics(tally.kept());
      const lastLine = isQuiet && found.length === 0 ? '' : summary(totals, language);
      await publish({ found, totals, language, summary: lastLine, ...appended }, options);
      if (totals.warnings > threshold.maxWarnings)
        terminal.stderr(`iamport-kit: ${RUN_WORDS.tooManyWarnings(totals.warnings)[language]}\n`);
      return isFailure(totals, threshold) ? 1 : 0;
    },
  };
}

interface Collected extends Pick<Reporter, 'add'> {
  readonly tally: ReturnType<typeof createTally>;
  readonly files: ReadonlySet<string>;
}

/** Writes the findings to the baseline, or adds a finding for each unused entry. */
async function applyBaseline(options: ReporterOptions, { tally, add, files }: Collected): Promise<void> {
  if (options.baseline === undefined) return;
  const { baseline, update: excuse, write } = options.baseline;
  const entries = await options.services.entries();
  // Any command may remove entries with codes that no longer exist.
  const covers = (code: string): boolean => entries[code] === undefined || entries[code].area === options.area;
  const scanned = { files, covers };
  if (excuse === undefined) {
    add(baseline.unused(scanned));
    return;
  }
  const { saveBaseline } = await import('./baseline/update-baseline.js');
  options.terminal.stderr(`${saveBaseline(baseline, tally, { scanned, excuse, write })[options.language]}\n`);
}
