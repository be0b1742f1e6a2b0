/** How bad a finding is. Only errors fail a command by themselves. */
export type Severity = 'error' | 'warning';

/** Where a finding stands. Lines and columns count from 1. */
export interface Location {
  /** Path as the user would type it, relative to the working directory. */
  readonly file: string;
  /** JSON Pointer (RFC 6901) into the document; `''` is the whole document. */
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  /** How many UTF-16 code units of the line it covers; unknown where nothing stands for it. */
  readonly length?: number;
}

/** The lines around a finding, with everything secret already masked. */
export interface Excerpt {
  /** Number of the first of `lines`. */
  readonly firstLine: number;
  /** Column of the file at which each of `lines` begins; 1 unless they were too long to be shown whole. */
  readonly firstColumn?: number;
  readonly lines: readonly string[];
}

/** Something wrong in the user's files: returned and sorted, never thrown. */
export interface Diagnostic {
  /** `<area>/<rule>`, stable across releases. */
  readonly code: string;
  readonly severity: Severity;
  readonly at: Location;
  /** What the finding is made of; its text is made from them at the end. Never a value of the user's document. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** The text in every language, where the catalogue does not make it from `values`. */
  readonly texts?: { readonly en: string; readonly ko: string };
  readonly excerpt?: Excerpt;
}

/** Puts findings in the order a reader meets them: file, line, column, code. The same input gives the same order. */
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

/** Tells findings of one code at one place apart. */
function subjectOf({ texts, values }: Diagnostic): string {
  return texts?.en ?? JSON.stringify(values ?? {});
}

/** Tells whether any finding is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Compares by UTF-16 code unit, so that no locale changes an order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
