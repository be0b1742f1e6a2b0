import { printableJson } from '../printable.js';
import type { Report } from '../report.js';

/**
 * Findings for programs: `{ "diagnostics": [{ code, severity, message, at: { file, pointer, line, column } }], … }`, with
 * counts, versions and the files of the run, as `report.schema.json` describes it.
 */
export function formatJson({ findings, totals, addition, scope, version }: Report): string {
  const diagnostics = findings.map(({ code, severity, message, at: { file, pointer, line, column } }) => ({
    code,
    severity,
    message,
    at: { file, pointer, line, column },
  }));
  const { errors, warnings, shown, accepted, files: filesWithFindings, isAtLeast } = totals;
  const omitted = errors + warnings - shown;
  const looked = scope && { files: scope.files, documents: scope.documents };
  const counts = { errors, warnings, accepted, filesWithFindings };
  return printableJson({
    diagnostics,
    ...addition?.json,
    ...(omitted > 0 && { omitted }),
    summary: { ...counts, ...looked, ...(isAtLeast === true && { isAtLeast }) },
    versions: { tool: version, ...(scope?.api && { document: scope.api }) },
    ...(scope && { files: scope.scanned }),
  });
}
