import type { Entry, Language } from '../messages/entry.js';
import type { Excerpt, Location, Severity } from '../messages/diagnostic.js';
import type { Paint } from './terminal.js';

/** A finding as it may be shown: in the language of the report, every text masked. */
export interface Reported {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to do about it; `''` where nothing can be said. */
  readonly hint: string;
  readonly at: Location;
  readonly excerpt?: Excerpt;
  /**
   * The same in every run until the finding itself changes; lines do not count. Unique within the report, `''` for formats
   * that do not ask.
   */
  readonly fingerprint: string;
}

/** How many findings a run had. */
export interface Totals {
  readonly errors: number;
  readonly warnings: number;
  /** How many of them are in the report; the others were one too many or warnings under `--quiet`. */
  readonly shown: number;
  /** How many files have one. */
  readonly files: number;
  /** How many more the baseline has a reason for. */
  readonly accepted: number;
  /** Whether there may be more: some files were only found not to be valid. */
  readonly isAtLeast?: boolean;
}

/** What a command tells beside its findings, for the formats that have room for it. */
export interface Addition {
  /** Comes before the summary. */
  readonly text: (paint: Paint, columns?: number) => string;
  readonly markdown: string;
  /** Keys beside `diagnostics`. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** What a command looked at, for programs. File names are masked. */
export interface Scope {
  /** How many files and documents; NDJSON and YAML files may have several documents. */
  readonly files: number;
  readonly documents: number;
  /** One for each file, as the report's JSON Schema describes them. */
  readonly scanned: readonly object[];
  /** The API whose schemas apply. */
  readonly api?: { readonly title: string; readonly version: string };
}

/** Everything that a format shows. A format is a pure function from this to a text. */
export interface Report {
  readonly findings: readonly Reported[];
  readonly totals: Totals;
  readonly language: Language;
  /** The last lines for people, of the command that ran; `''` for none. */
  readonly summary: string;
  readonly addition?: Addition;
  readonly scope?: Scope;
  readonly paint: Paint;
  /** Cells of a line of the terminal that it goes to; undefined for a file or a pipe. */
  readonly columns?: number;
  /** Version of the program; `''` for formats that do not ask. */
  readonly version: string;
  /** What is known of codes; empty for formats that do not ask. */
  readonly entries: Readonly<Record<string, Entry>>;
}

/** Turns a report into a text that ends with a newline, or into nothing. */
export type Format = (report: Report) => string;
