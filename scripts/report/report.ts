import type { ListedEntry, Language } from '../messages/entry.js';
import type { Excerpt, Location, Severity } from '../messages/diagnostic.js';
import type { Paint } from './terminal.js';

/** A finding in the language of the report, with all texts masked. */
export interface Reported {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The fix; `''` if there is no general one. */
  readonly hint: string;
  readonly at: Location;
  readonly excerpt?: Excerpt;
  /**
   * The same in every run until the finding itself changes; line numbers are not part of it. Unique within the report, `''`
   * for formats that do not need it.
   */
  readonly fingerprint: string;
}

/** The number of findings of a run. */
export interface Totals {
  readonly errors: number;
  readonly warnings: number;
  /** The number of findings in the report, without those over the limit and warnings under `--quiet`. */
  readonly shown: number;
  /** The number of files with a finding. */
  readonly files: number;
  /** The number of findings that the baseline accepts. */
  readonly accepted: number;
  /** Whether there may be more: some invalid files were not examined further. */
  readonly isAtLeast?: boolean;
}

/** Output of a command besides its findings, for formats that can show it. */
export interface Addition {
  /** Text before the summary. */
  readonly text: (paint: Paint, columns?: number) => string;
  readonly markdown: string;
  /** JSON members besides `diagnostics`. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** What a command has checked, for programs. File names are masked. */
export interface Scope {
  /** The numbers of files and documents; NDJSON and YAML files may have several documents. */
  readonly files: number;
  readonly documents: number;
  /** One for each file, as the report's JSON Schema describes them. */
  readonly scanned: readonly object[];
  /** The API whose schemas apply. */
  readonly api?: { readonly title: string; readonly version: string };
}

/** The input of a format, which is a pure function that returns a text. */
export interface Report {
  readonly findings: readonly Reported[];
  readonly totals: Totals;
  readonly language: Language;
  /** The last lines of text reports; `''` for none. */
  readonly summary: string;
  readonly addition?: Addition;
  readonly scope?: Scope;
  readonly paint: Paint;
  /** Width of the terminal in cells; undefined for a file or a pipe. */
  readonly columns?: number;
  /** Version of the program; `''` for formats that do not need it. */
  readonly version: string;
  /** Catalogue entries of codes; empty for formats that do not need them. */
  readonly entries: Readonly<Record<string, ListedEntry>>;
}

/** Turns a report into a text that ends with a newline, or into an empty one. */
export type Format = (report: Report) => string;
