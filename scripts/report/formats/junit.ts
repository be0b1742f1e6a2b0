import { groupBy } from '../../json/group-by.js';
import type { Report, Reported } from '../report.js';
import { escapeXml, XML_HEADER } from './xml.js';

/**
 * JUnit XML: a suite per file, a case per finding. Errors are failures. A warning is a passed case with output,
 * because JUnit has only two states, and CI servers fail a build for any failure.
 */
export function formatJunit({ findings }: Report): string {
  const suites = [...groupBy(findings, ({ at }) => at.file)].map(([file, found]) => formatSuite(file, found));
  // Some servers treat a report without cases as a broken run.
  const clean = suite(
    'iamport-kit',
    { tests: 1, failures: 0 },
    '    <testcase classname="iamport-kit" name="clean"/>\n',
  );
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  const tests = Math.max(1, findings.length);
  const body = suites.length === 0 ? clean : suites.join('');
  return `${XML_HEADER}<testsuites name="iamport-kit" tests="${tests}" failures="${failures}">\n${body}</testsuites>\n`;
}

function formatSuite(file: string, findings: readonly Reported[]): string {
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  return suite(file, { tests: findings.length, failures }, findings.map(formatCase).join(''));
}

function suite(name: string, counts: { readonly tests: number; readonly failures: number }, cases: string): string {
  const attributes = `name="${escapeXml(name)}" tests="${counts.tests}" failures="${counts.failures}" errors="0" skipped="0"`;
  return `  <testsuite ${attributes}>\n${cases}  </testsuite>\n`;
}

function formatCase({ at, severity, code, message, hint }: Reported): string {
  const name = escapeXml(`${code} at ${at.line}:${at.column}`);
  const text = escapeXml(
    [`${at.file}:${at.line}:${at.column}`, message, hint].filter((part) => part !== '').join('\n'),
  );
  const content =
    severity === 'error'
      ? `<failure type="${escapeXml(code)}" message="${escapeXml(message)}">${text}</failure>`
      : `<system-out>${text}</system-out>`;
  return `    <testcase classname="${escapeXml(at.file)}" name="${name}">${content}</testcase>\n`;
}
