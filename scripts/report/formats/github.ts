import { printable } from '../printable.js';
import type { Report, Reported } from '../report.js';

/** Workflow commands of GitHub Actions: each becomes an annotation on its line. */
export function formatGithub({ findings }: Report): string {
  return findings.map(formatOne).join('');
}

function formatOne({ at, severity, code, message, hint }: Reported): string {
  const { file, line, column, length } = at;
  const properties = {
    file,
    line: String(line),
    col: String(column),
    ...(length && { endColumn: String(column + length) }),
    title: code,
  };
  const pairs = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  const text = hint === '' ? message : `${message}\n→ ${hint}`;
  return `::${severity} ${pairs.join(',')}::${escapeData(text)}\n`;
}

// Unescaped, a name from a file could end the command and begin another, such as one that sets an environment variable.
function escapeData(text: string): string {
  const lines = text.replaceAll('%', '%25').replaceAll('\r', '%0D').split('\n');
  return lines.map(printable).join('%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
