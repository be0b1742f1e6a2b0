import type { Diagnostic } from '../diagnostics.js';

/** Findings for programs: `{ "diagnostics": [{ code, severity, message, at: { file, pointer, line, column } }] }`. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  const plain = diagnostics.map(({ code, severity, message, at: { file, pointer, line, column } }) => ({
    code,
    severity,
    message,
    at: { file, pointer, line, column },
  }));
  return `${JSON.stringify({ diagnostics: plain }, null, 2)}\n`;
}
