import { printableJson } from '../printable.js';
import type { Report } from '../report.js';

/** Code Climate issues, for the code quality widget of GitLab. */
export function formatCodeClimate({ findings }: Report): string {
  const issues = findings.map(({ code, severity, message, at, fingerprint }) => ({
    type: 'issue',
    check_name: code,
    description: message,
    categories: ['Bug Risk'],
    severity: severity === 'error' ? 'major' : 'minor',
    fingerprint,
    location: { path: at.file, lines: { begin: at.line } },
  }));
  return printableJson(issues);
}
