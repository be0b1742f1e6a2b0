/** Severity of a finding. Only errors fail a command by default. */
export type Severity = 'error' | 'warning';

/** Location of a finding. Lines and columns count from 1. */
export interface Location {
  /** Path relative to the working directory. */
  readonly file: string;
  /** JSON Pointer (RFC 6901) into the document; `''` is the whole document. */
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  /** Its length on the line, in UTF-16 code units; unknown where the file has no text for it. */
  readonly length?: number;
}

/** The lines around a finding, with secrets already masked. */
export interface Excerpt {
  /** Number of the first of `lines`. */
  readonly firstLine: number;
  /** Column at which each of `lines` begins; 1 unless long lines were cut. */
  readonly firstColumn?: number;
  readonly lines: readonly string[];
}

/** A problem in the user's files: returned and sorted, never thrown. */
export interface Diagnostic {
  /** `<area>/<rule>`, stable across releases. */
  readonly code: string;
  readonly severity: Severity;
  readonly at: Location;
  /** The finding's data, from which its text is rendered at the end. Never a value of the user's document. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly excerpt?: Excerpt;
}

/** Sorts findings by file, line, column and code. The same input gives the same order. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.at.file, b.at.file) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      compareText(a.code, b.code) ||
      compareText(subjectOf(a), subjectOf(b)),
  );
}

/** Distinguishes findings with the same code and location. */
function subjectOf({ values = {} }: Diagnostic): string {
  return JSON.stringify(values);
}

/** Whether any finding is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Compares by UTF-16 code unit, independent of the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
