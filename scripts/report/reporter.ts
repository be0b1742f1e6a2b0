import type { Invocation } from '../command.js';
import { hasErrors, sortDiagnostics, type Diagnostic } from '../diagnostics.js';
import { FORMAT_FLAG, readFormat } from './format-flag.js';
import { formatJson } from './json.js';
import { formatPretty } from './pretty.js';

/** Flags of every command that reports findings. */
export const REPORT_FLAGS = { format: FORMAT_FLAG } as const;

/** Collects findings, and prints them as the command line asks. */
export interface Reporter {
  /** Takes findings as they come; a run may call it as often as it likes. */
  add(found: readonly Diagnostic[]): void;
  /**
   * Prints the report and gives the exit code: 0 clean, 1 findings. `summary` makes the last line for people from what
   * is reported.
   */
  finish(summary: (reported: readonly Diagnostic[]) => string): number;
}

/**
 * Reads the flags that say how findings are reported.
 *
 * @throws {UsageError} when one of them makes no sense.
 */
export function createReporter(invocation: Invocation): Reporter {
  const format = readFormat(invocation);
  const found: Diagnostic[] = [];
  return {
    add: (more) => {
      found.push(...more);
    },
    finish: (summary) => {
      const sorted = sortDiagnostics(found);
      if (format === 'json') invocation.print(formatJson(sorted));
      else invocation.print(formatPretty(sorted, invocation.paint) + summary(sorted));
      return hasErrors(sorted) ? 1 : 0;
    },
  };
}
