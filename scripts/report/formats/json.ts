import { printableJson } from '../printable.js';
import type { Report } from '../report.js';

/**
 * Findings for programs: `{ "diagnostics": [{ code, severity, message, at: { file, pointer, line, column } }] }`, as
 * `report.schema.json` describes it.
 */
export function formatJson({ findings, totals, addition }: Report): string {
  const diagnostics = findings.map(({ code, severity, message, at: { file, pointer, line, column } }) => ({
    code,
    severity,
    message,
    at: { file, pointer, line, column },
  }));
  const omitted = totals.errors + totals.warnings - totals.shown;
  return printableJson({ diagnostics, ...addition?.json, ...(omitted > 0 && { omitted }) });
}
